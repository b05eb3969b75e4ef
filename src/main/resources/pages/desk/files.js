// Files for an input of type file: dropped, pasted, listed.

/** Adds files to those that are chosen, and tells the page by the event `change`. */
export function add(input, files) {
  const all = new DataTransfer();
  for (const file of [...input.files, ...files]) all.items.add(file);
  input.files = all.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Lets people drop files on an element. */
export function dropInto(place, input) {
  for (const name of ['dragenter', 'dragover']) {
    place.addEventListener(name, event => {
      event.preventDefault();
      place.classList.add('over');
    });
  }
  for (const name of ['dragleave', 'drop']) place.addEventListener(name, () => place.classList.remove('over'));
  place.addEventListener('drop', event => {
    event.preventDefault();
    add(input, event.dataTransfer.files);
  });
}

/** Shows name and size of the chosen files. */
export function list(input, place) {
  place.replaceChildren(...[...input.files].map(file => {
    const item = document.createElement('li');
    item.textContent = `${file.name} (${Math.ceil(file.size / 1024)} kB)`;
    return item;
  }));
}
