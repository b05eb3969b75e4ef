// The media library: colours while pictures load, and adding several pictures one after the other.
import { reason, say, upload } from './desk.js';
import { add, dropInto, list } from './files.js';

for (const image of document.querySelectorAll('img[data-color]')) image.style.backgroundColor = image.dataset.color;

const form = document.getElementById('upload');

function begin() {
  const input = form.elements.file;
  const chosen = document.getElementById('chosen');
  const bar = form.querySelector('progress');

  /** Sends one file; gives the picture, or null after it was refused. */
  async function send(file, item) {
    const data = new FormData();
    data.append('file', file);
    data.append('account', form.elements.account.value);
    const answer = await upload(form.getAttribute('action'), data, bar);
    item.append(` · ${answer.ok ? form.dataset.uploaded : reason(answer)}`);
    item.classList.toggle('error', !answer.ok);
    return answer.ok ? answer.body : null;
  }

  /** Refused files stay chosen, so that they can be tried again. */
  async function sendAll() {
    const refused = new DataTransfer();
    const added = [];
    for (const [at, file] of [...input.files].entries()) {
      const picture = await send(file, chosen.children[at]);
      if (picture) added.push(picture);
      else refused.items.add(file);
    }
    bar.hidden = true;
    input.files = refused.files;
    if (refused.files.length > 0) {
      [...chosen.children].filter(item => !item.classList.contains('error')).forEach(item => item.remove());
      return input.focus();
    }
    say(document.body.dataset.done);
    location.assign(added.length === 1 ? `/desk/pictures/${added[0].id}` : `/desk/pictures?account=${form.elements.account.value}`);
  }

  input.addEventListener('change', () => list(input, chosen));
  dropInto(form.querySelector('.drop'), input);
  document.addEventListener('paste', event => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    document.getElementById('add').open = true;
    add(input, event.clipboardData.files);
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    await sendAll();
    form.ariaBusy = 'false';
  });
}

if (form) begin();
