import { el } from './dom.js';
import { LONGEST_ADDRESS, LONGEST_ALT, isLink, length } from './rules.js';

let dialogs = 0;

/**
 * Shows a modal dialog at the end of the page, outside the page's form. Resolves with what
 * `finish` returns when the user agrees (undefined keeps it open), or with null.
 */
function show(title, t, fields, actions, finish) {
  return new Promise(resolve => {
    const id = `yujian-dialog-${++dialogs}`;
    const done = value => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const cancel = event => {
      // A file chooser that is cancelled sends this event, too.
      if (event.target !== dialog) return;
      event.preventDefault();
      done(null);
    };
    const dialog = el('dialog', { class: 'yujian-dialog', 'aria-labelledby': id, cancel, close: () => done(null) });
    const submit = event => {
      event.preventDefault();
      const value = finish();
      if (value !== undefined) done(value);
    };
    const buttons = actions.map(({ label, value }) =>
      el('button', { type: 'button', class: 'yj-quiet', click: () => done(value) }, label));
    dialog.append(
      el('h2', { id }, title),
      el('form', { novalidate: true, submit }, ...fields,
        el('p', { class: 'yj-actions' },
          el('button', { type: 'submit' }, t('save')), ...buttons,
          el('button', { type: 'button', class: 'yj-quiet', click: () => done(null) }, t('cancel')))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A labelled field with a hint and a place for an error; `check` gives the error or null. */
function field(label, hint, attributes, check) {
  const id = `yujian-field-${++dialogs}`;
  const input = el(attributes.rows ? 'textarea' : 'input', { id, 'aria-describedby': `${id}-hint ${id}-error`, ...attributes });
  const error = el('span', { id: `${id}-error`, class: 'yj-error', role: 'alert' });
  const node = el('p', {}, el('label', { for: id }, label), input,
    el('span', { id: `${id}-hint`, class: 'yj-hint' }, hint ?? ''), error);
  const valid = () => {
    const problem = check(input);
    error.textContent = problem ?? '';
    input.setAttribute('aria-invalid', String(Boolean(problem)));
    return !problem;
  };
  return { node, input, valid };
}

/** Shows every error; the first field with one gets the focus. */
function allValid(fields) {
  const wrong = fields.filter(each => !each.valid());
  wrong[0]?.input.focus();
  return !wrong.length;
}

/** Asks for an address, and for the words of the link if `text` is not null. */
export function askLink(t, { href, text }) {
  const address = field(t('address'), t('addressHint'), { type: 'url', inputmode: 'url', autocomplete: 'off', maxlength: LONGEST_ADDRESS },
    input => (isLink(input.value.trim()) ? null : t('badAddress')));
  address.input.value = href ?? '';
  const words = text === null ? null : field(t('words'), '', { type: 'text', autocomplete: 'off' }, () => null);
  const actions = href ? [{ label: t('removeLink'), value: { href: null } }] : [];
  return show(t('link'), t, [address.node, ...(words ? [words.node] : [])], actions, () =>
    allValid([address]) ? { href: address.input.value.trim(), text: words?.input.value.trim() || null } : undefined);
}

/** Asks for a picture file (unless one is there), its description and its caption. */
export function askPicture(t, { image, caption }) {
  const file = field(image ? t('replaceFile') : t('chooseFile'), '',
    { type: 'file', accept: 'image/jpeg,image/png,image/webp,image/gif' },
    input => (image || input.files.length ? null : t('noFile')));
  const alt = field(t('alt'), t('altHint'), { rows: 2 },
    input => (!input.value.trim() ? t('required') : length(input.value.trim()) > LONGEST_ALT ? t('over', LONGEST_ALT) : null));
  alt.input.value = image?.alt ?? '';
  const below = field(t('caption'), '', { type: 'text', autocomplete: 'off' }, () => null);
  below.input.value = caption;
  const actions = image ? [{ label: t('removePicture'), value: { remove: true } }] : [];
  return show(t('pictureDialog'), t, [file.node, alt.node, below.node], actions, () =>
    allValid([file, alt, below])
      ? {
          file: file.input.files[0] ?? null,
          alt: oneLine(alt.input.value),
          caption: oneLine(below.input.value),
        }
      : undefined);
}

const oneLine = text => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
