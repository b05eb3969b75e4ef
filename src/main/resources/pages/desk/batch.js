// The progress of documents that are imported one after another; the page is read again at the end.
import { api } from './desk.js';

const text = document.getElementById('batch');
const bar = document.querySelector('progress');
const SECOND = 1_000;

async function look() {
  const { ok, body } = await api('GET', `/v1/desk/import-batches/${text.dataset.id}`);
  if (ok) {
    const steps = body.items.reduce((sum, item) => sum + (item.state === 'done' || item.state === 'failed'
      ? 1 : item.stepsTotal ? item.stepsDone / item.stepsTotal : 0), 0);
    bar.value = steps;
    text.textContent = text.dataset.text.replace('#', String(body.done + body.failed));
    if (body.state === 'done') return location.reload();
  }
  setTimeout(look, SECOND);
}

setTimeout(look, SECOND);
