// Choosing a picture of an account, from its library or by uploading one. The element sends `chosen`
// when people choose another picture or remove it.
import { api, reason, upload } from './desk.js';

const PAGE = 24;

/** Address of a picture in one of its forms (wide, square, whole), of at least this width if there is one. */
export function sized(picture, form, pixels) {
  const cut = picture.covers?.[form];
  const widths = (cut ? picture.covers.widths : picture.widths) ?? [];
  const width = widths.find(offered => offered >= pixels) ?? widths.at(-1);
  return (cut ?? picture.url).replace('{w}', width);
}

/** A picture as the API takes it, with the texts of the library in place of those before it. */
export function named(picture) {
  return picture && { url: picture.url, alt: null, caption: null };
}

/** Gives {value}, the picture or null; setting it sends nothing. */
export function chooser(root) {
  const part = name => root.querySelector(`[data-${name}]`);
  const button = name => root.querySelector(`[data-do=${name}]`);
  const input = root.querySelector('input[type=file]');
  const bar = root.querySelector('progress');
  const error = root.querySelector('.error');
  const dialog = root.querySelector('dialog');
  const grid = dialog.querySelector('.grid');
  const describe = part('describe');
  let value = null;
  let id = null;
  let next = null;

  function show() {
    root.querySelector('.crops').hidden = !value;
    part('empty').hidden = Boolean(value);
    button('remove').hidden = !value;
    if (describe) describe.hidden = !id;
    if (describe && id) describe.href = `/desk/pictures/${id}`;
    if (!value) return;
    for (const image of root.querySelectorAll('[data-crop]')) {
      image.src = sized(value, image.dataset.crop, 320);
      image.alt = value.alt ?? '';
      image.style.backgroundColor = value.placeholder ?? '';
    }
  }

  function fail(answer) {
    error.textContent = answer ? reason(answer) : '';
    error.hidden = !answer;
  }

  function take(stored) {
    value = stored?.picture ?? null;
    id = stored?.id ?? null;
    fail(null);
    show();
    root.dispatchEvent(new CustomEvent('chosen', { bubbles: true }));
  }

  function tile(stored) {
    const item = document.createElement('li');
    const choice = document.createElement('button');
    const image = document.createElement('img');
    const name = document.createElement('span');
    Object.assign(image, { src: sized(stored.picture, 'square', 320), alt: '', loading: 'lazy', width: 160, height: 160 });
    image.style.backgroundColor = stored.picture.placeholder ?? '';
    name.className = 'name';
    name.textContent = stored.picture.alt ?? root.dataset.none;
    choice.type = 'button';
    choice.append(image, name);
    choice.addEventListener('click', () => {
      dialog.close();
      take(stored);
    });
    item.append(choice);
    return item;
  }

  async function load() {
    const from = next ? `&cursor=${encodeURIComponent(next)}` : '';
    const answer = await api('GET', `/v1/desk/media?account=${root.dataset.account}&limit=${PAGE}${from}`);
    if (!answer.ok) {
      dialog.close();
      return fail(answer);
    }
    const first = grid.children.length;
    grid.append(...answer.body.items.map(tile));
    next = answer.body.next ?? null;
    button('more').hidden = !next;
    part('nothing').hidden = grid.children.length > 0;
    grid.children[first]?.querySelector('button').focus();
  }

  async function send() {
    const data = new FormData();
    data.append('file', input.files[0]);
    data.append('account', root.dataset.account);
    input.value = '';
    root.ariaBusy = 'true';
    const answer = await upload('/v1/desk/media', data, bar);
    root.ariaBusy = 'false';
    bar.hidden = true;
    if (answer.ok) take(answer.body);
    else fail(answer);
  }

  /** People come back from the page of the picture with another text or focal point. */
  async function refresh() {
    if (!id || !describe) return;
    const asked = id;
    const answer = await api('GET', `/v1/desk/media/${asked}`);
    if (answer.ok && asked === id && JSON.stringify(answer.body.picture) !== JSON.stringify(value)) take(answer.body);
  }

  const actions = {
    choose() {
      next = null;
      grid.replaceChildren();
      dialog.showModal();
      load();
    },
    upload: () => input.click(),
    remove() {
      take(null);
      button('choose').focus();
    },
    more: load,
    close: () => dialog.close(),
  };
  root.addEventListener('click', event => {
    const pressed = event.target.closest('[data-do]');
    if (pressed && root.ariaBusy !== 'true') actions[pressed.dataset.do]();
  });
  // The form around it takes an event of this name for a change of its own fields.
  input.addEventListener('input', event => event.stopPropagation());
  input.addEventListener('change', () => {
    if (input.files.length > 0) send();
  });
  addEventListener('focus', refresh);

  return {
    get value() {
      return value;
    },
    set value(other) {
      if (JSON.stringify(other) === JSON.stringify(value)) return;
      value = other;
      id = null;
      show();
    },
  };
}
