// The form that brings documents in: dropping, pasting, several at once.
import { say } from './desk.js';
import { add, dropInto, list } from './files.js';

const form = document.getElementById('import');
const input = form.elements.file;

function show() {
  list(input, document.getElementById('chosen'));
  form.action = input.files.length > 1 ? '/v1/desk/import-batches' : '/v1/desk/imports';
}

const take = files => add(input, files);

input.addEventListener('change', show);
dropInto(document.getElementById('drop'), input);

// Formatted text, as word processors put it on the clipboard, becomes an HTML document.
document.addEventListener('paste', event => {
  if (event.target.matches('input[type=text], input:not([type]), textarea')) return;
  const clipboard = event.clipboardData;
  const html = clipboard.getData('text/html');
  const text = clipboard.getData('text/plain');
  const name = form.dataset.pasted;
  if (clipboard.files.length > 0) take(clipboard.files);
  else if (html) take([new File([html], `${name}.html`, { type: 'text/html' })]);
  else if (text) take([new File([text], `${name}.txt`, { type: 'text/plain' })]);
  else return;
  event.preventDefault();
  say(input.files[input.files.length - 1].name);
});

form.addEventListener('formdata', event => {
  const data = event.formData;
  const tags = data.get('tag').split(/[,，、]/).map(tag => tag.trim()).filter(tag => tag);
  data.delete('tag');
  tags.forEach(tag => data.append('tag', tag));
  if (data.get('account') === '') data.delete('account');
});

form.addEventListener('sent', event => {
  event.preventDefault();
  const { status, body } = event.detail;
  location.assign(`/desk/${status === 202 ? 'import-batches' : 'imports'}/${body.id}`);
});
