// Secrets are in one response only: this shows them until the person has stored them. Also tells how
// a test of a webhook ended.
import { go } from './desk.js';

const dialog = document.getElementById('secret');
const text = document.getElementById('secret-text');
const copy = document.getElementById('copy');
let leave = () => {};

document.addEventListener('sent', event => {
  const form = event.target;
  const { body } = event.detail;
  if (form.dataset.tested) {
    event.preventDefault();
    const told = form.querySelector('[role=status]');
    told.className = body.delivered ? 'state published' : 'state failed';
    told.textContent = body.delivered ? form.dataset.tested : form.dataset.failed + body.reason;
  } else if (body?.secret) {
    event.preventDefault();
    text.value = body.secret;
    leave = () => go(form.dataset.then, body);
    dialog.showModal();
    text.select();
  }
});

copy.addEventListener('click', async () => {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    // Without TLS browsers have no clipboard for scripts; this copies what is selected.
    document.execCommand('copy');
  }
  document.getElementById('copied').textContent = copy.dataset.copied;
});

// Closing with the Escape key could lose the secret.
dialog.addEventListener('cancel', event => event.preventDefault());
document.getElementById('stored').addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => {
  text.value = '';
  leave();
});
