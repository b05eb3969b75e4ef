// The picture of an account, which is stored as soon as it is chosen.
import { api, reason, renew, say } from './desk.js';
import { chooser, named } from './chooser.js';

const form = document.getElementById('account');
const root = document.getElementById('avatar-choice');
const path = form.getAttribute('action');
const avatar = chooser(root);
let stored = null;

root.addEventListener('chosen', async () => {
  const answer = await api('PATCH', path, { avatar: named(avatar.value) }, { etag: form.dataset.etag });
  if (!answer.ok) {
    avatar.value = stored;
    return say(reason(answer), true);
  }
  stored = avatar.value;
  renew(answer.etag);
  say(document.body.dataset.done);
});

const answer = await api('GET', path);
if (answer.ok) avatar.value = stored = answer.body.avatar ?? null;
