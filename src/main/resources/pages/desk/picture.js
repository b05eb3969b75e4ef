// The focal point of a picture: by a click or by numbers, with the covers as they will be cut.
const figure = document.getElementById('focal');
const image = figure.querySelector('img');
const cross = figure.querySelector('.cross');
const crops = document.querySelector('.crops');
const form = document.getElementById('picture');

image.style.backgroundColor = image.dataset.color;

/** Moves the part that a frame shows so that the point is in its middle, as far as there is picture. */
function position(part, whole, point) {
  return whole <= part ? 50 : Math.min(Math.max(point * whole - part / 2, 0), whole - part) / (whole - part) * 100;
}

function show(left, top) {
  const { naturalWidth: width, naturalHeight: height } = image;
  Object.assign(cross.style, { left: `${left}%`, top: `${top}%` });
  cross.hidden = false;
  if (!width || !height || !crops) return;
  for (const [name, ratio] of [['wide', 2.35], ['square', 1]]) {
    const seen = { width: Math.min(width, height * ratio), height: Math.min(height, width / ratio) };
    crops.querySelector(`.${name} img`).style.objectPosition =
      `${position(seen.width, width, left / 100)}% ${position(seen.height, height, top / 100)}%`;
  }
}

function begin() {
  const { left, top, focal } = form.elements;
  const shown = () => show(Number(left.value), Number(top.value));
  const changed = () => {
    if (!left.validity.valid || !top.validity.valid) return;
    focal.value = JSON.stringify([left.value / 100, top.value / 100]);
    shown();
  };
  if (left.value !== '50' || top.value !== '50') focal.value = JSON.stringify([left.value / 100, top.value / 100]);
  form.addEventListener('input', changed);
  image.addEventListener('click', event => {
    left.value = Math.round(event.offsetX / image.clientWidth * 100);
    top.value = Math.round(event.offsetY / image.clientHeight * 100);
    changed();
  });
  image.addEventListener('load', shown);
  shown();
}

if (form) begin();
else if (crops) {
  const shown = () => show(Number(crops.dataset.left), Number(crops.dataset.top));
  image.addEventListener('load', shown);
  shown();
}
