// The order of the articles of an edition: by arrow buttons and by dragging; saved at once.
import { api, reason, renew, say } from './desk.js';

const list = document.getElementById('order');
let dragged = null;

function arrows() {
  const items = [...list.children];
  items.forEach((item, at) => {
    const [up, down] = item.querySelectorAll('[data-move]');
    if (!up) return;
    up.disabled = at === 0;
    down.disabled = at === items.length - 1;
  });
}

async function save() {
  arrows();
  const articleIds = [...list.children].map(item => item.dataset.id);
  const answer = await api('PATCH', `/v1/desk/editions/${list.dataset.edition}`, { articleIds }, { etag: list.dataset.etag });
  if (!answer.ok) return say(reason(answer), true);
  list.dataset.etag = answer.etag;
  renew(answer.etag);
  say(document.body.dataset.done);
}

list.addEventListener('click', event => {
  const button = event.target.closest('[data-move]');
  if (!button) return;
  const item = button.closest('li');
  if (button.dataset.move === '-1') item.previousElementSibling?.before(item);
  else item.nextElementSibling?.after(item);
  arrows();
  (button.disabled ? item.querySelector('[data-move]:not([disabled])') : button)?.focus();
  save();
});

list.addEventListener('dragstart', event => {
  dragged = event.target.closest('li');
  event.dataTransfer.effectAllowed = 'move';
});
list.addEventListener('dragover', event => {
  const over = event.target.closest('li');
  if (!dragged || !over || over === dragged) return;
  event.preventDefault();
  const box = over.getBoundingClientRect();
  if (event.clientY < box.top + box.height / 2) over.before(dragged);
  else over.after(dragged);
});
list.addEventListener('drop', event => event.preventDefault());
list.addEventListener('dragend', () => {
  if (dragged) save();
  dragged = null;
});
