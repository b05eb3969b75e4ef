// The editor of a draft: saves by itself a few seconds after typing, keeps what cannot be saved in the
// browser's storage, and lets people choose when somebody else changed the same fields.
import { api, reason, renew } from './desk.js';
import { chooser, named, sized } from './chooser.js';

const FIELDS = ['title', 'kicker', 'subtitle', 'digest', 'author', 'source', 'cover', 'tags', 'blocks'];
const PAUSE = 3_000;
const RETRY = 5_000;

const form = document.getElementById('article');
const editor = form.querySelector('yujian-editor');
const cover = chooser(document.getElementById('cover-choice'));
const line = document.getElementById('saving');
const conflict = document.getElementById('conflict');
const choices = document.getElementById('choices');
const path = `/v1/desk/articles/${form.dataset.id}`;
const place = `yujian.draft.${form.dataset.id}`;

let etag = null;
let base = {};
let timer = 0;
let saving = null;
/** What was sent without an answer, the first and the newest: the server may have it, and then it is nobody else's change. */
let unanswered = [];

/** Ids of blocks are the server's: the same text has one only after it was saved. */
const plain = (key, value) => (key === 'id' ? undefined : value);
const same = (one, other) => JSON.stringify(one ?? null, plain) === JSON.stringify(other ?? null, plain);

function show(state, text) {
  line.dataset.state = state;
  line.textContent = text ?? line.dataset[state] ?? '';
}

/** The fields as they are in the form, in the shape of the API. */
function typed() {
  const fields = {};
  for (const name of FIELDS) {
    if (name === 'blocks') fields[name] = editor.value;
    else if (name === 'cover') fields[name] = cover.value;
    else if (name === 'tags') fields[name] = form.elements.tags.value.split(/[,，、]/).map(tag => tag.trim()).filter(tag => tag);
    else fields[name] = form.elements[name].value.trim() || null;
  }
  return fields;
}

/** Puts values into the form; a field that has its value already keeps the cursor. */
function fill(fields) {
  const old = typed();
  for (const name of FIELDS) {
    if (same(old[name], fields[name])) continue;
    if (name === 'blocks') editor.value = fields.blocks ?? [];
    else if (name === 'cover') cover.value = fields.cover ?? null;
    else form.elements[name].value = name === 'tags' ? (fields.tags ?? []).join(', ') : fields[name] ?? '';
  }
}

/** The article on the server: its draft, or what is live while nobody has changed it. */
async function current() {
  const answer = await api('GET', path);
  if (!answer.ok) return { answer };
  const { draft, live, tags } = answer.body;
  const revision = draft ? null : await api('GET', `${path}/revisions/${live?.rev}`);
  if (revision && !revision.ok) return { answer: revision };
  const from = draft ?? { ...revision.body, tags };
  return {
    answer,
    fields: Object.fromEntries(FIELDS.map(name => [name, from[name] ?? (name === 'tags' || name === 'blocks' ? [] : null)])),
  };
}

function changes(mine = typed()) {
  return Object.fromEntries(FIELDS.filter(name => !same(mine[name], base[name])).map(name => [name, mine[name]]));
}

/** Storage can be full or forbidden; the server is the place that counts. */
function keep() {
  try {
    localStorage.setItem(place, JSON.stringify({ base, changes: changes(), unanswered }));
  } catch {
    show('unsaved');
  }
}

function forget() {
  try {
    localStorage.removeItem(place);
  } catch { /* as above */ }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function accept(answer) {
  etag = answer.etag;
  renew(etag);
}

async function save() {
  clearTimeout(timer);
  if (saving || editor.busy || conflict.open) return later(PAUSE);
  const sent = changes();
  if (Object.keys(sent).length === 0) {
    forget();
    return show('saved');
  }
  show('saving');
  unanswered.push(sent);
  if (unanswered.length > 4) unanswered.splice(1, 1);
  keep();
  saving = api('PATCH', path, sent.cover ? { ...sent, cover: named(sent.cover) } : sent, { etag });
  const answer = await saving;
  saving = null;
  if (answer.status > 0 && answer.status < 500) unanswered.pop();
  if (answer.ok) {
    unanswered = [];
    accept(answer);
    base = { ...base, ...sent };
    if (Object.keys(changes()).length === 0) {
      forget();
      show('saved');
    } else later(PAUSE);
  } else if (answer.status === 412) {
    const there = await current();
    if (there.fields) await merge(there);
    else failed(there.answer);
  } else if (answer.status === 0) {
    show('kept');
    later(RETRY);
  } else failed(answer);
}

/** Says what is wrong, and tries again where that can help: not reached, too many requests, a server in trouble. */
function failed(answer, again = save) {
  show('wrong', reason(answer));
  if (answer.status === 0 || answer.status === 429 || answer.status >= 500) later(RETRY, again);
}

function later(pause, what = save) {
  clearTimeout(timer);
  timer = setTimeout(what, pause);
}

function textOf(name, value) {
  if (name === 'tags') return (value ?? []).join(', ');
  if (name === 'cover') return value ? value.alt ?? '' : '—';
  if (name !== 'blocks') return value ?? '';
  return (value ?? []).map(block =>
    block.text ?? block.items?.join('\n') ?? block.rows?.map(row => row.join(' | ')).join('\n') ?? block.image?.alt ?? '').join('\n');
}

function choice(name, mine, theirs) {
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = name === 'blocks' ? editor.getAttribute('label') : form.querySelector(`label[for=${name}], #${name}-title`).textContent;
  group.append(legend);
  for (const [side, value] of [['mine', mine], ['theirs', theirs]]) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    const text = document.createElement('span');
    label.className = 'choice';
    Object.assign(input, { type: 'radio', name, value: side, checked: side === 'mine' });
    text.textContent = `${choices.dataset[side]}: ${textOf(name, value)}`;
    if (name === 'cover' && value) {
      const image = document.createElement('img');
      Object.assign(image, { src: sized(value, 'wide', 320), alt: value.alt ?? '' });
      text.append(image);
    }
    label.append(input, text);
    group.append(label);
  }
  return group;
}

/** What only one side changed is taken from that side; people choose where both did. */
async function merge({ answer, fields: theirs }) {
  const mine = typed();
  const both = [];
  const result = {};
  for (const name of FIELDS) {
    const changedHere = !same(mine[name], base[name]);
    const changedThere = !same(theirs[name], base[name]) && !unanswered.some(sent => name in sent && same(theirs[name], sent[name]));
    result[name] = changedHere ? mine[name] : theirs[name];
    if (changedHere && changedThere && !same(mine[name], theirs[name])) both.push(name);
  }
  unanswered = [];
  accept(answer);
  base = theirs;
  if (both.length > 0) {
    choices.replaceChildren(...both.map(name => choice(name, mine[name], theirs[name])));
    conflict.showModal();
    await new Promise(closed => conflict.addEventListener('close', closed, { once: true }));
    for (const name of both) {
      const side = choices.querySelector(`input[name=${name}]:checked`).value;
      result[name] = side === 'mine' ? mine[name] : theirs[name];
    }
  }
  fill(result);
  await save();
}

async function begin() {
  await customElements.whenDefined('yujian-editor');
  const there = await current();
  const now = there.fields;
  if (!now) return failed(there.answer, begin);
  accept(there.answer);
  const old = kept();
  base = now;
  fill(now);
  if (old && Object.keys(old.changes).length > 0) {
    base = { ...now, ...old.base };
    unanswered = old.unanswered ?? [];
    fill({ ...now, ...old.changes });
    show('restored');
    if (same(base, now)) later(PAUSE);
    else await merge(there);
  } else show('saved');
  const noticed = () => {
    show('unsaved');
    keep();
    later(PAUSE);
  };
  form.addEventListener('input', noticed);
  form.addEventListener('chosen', noticed);
  editor.addEventListener('change', noticed);
  addEventListener('online', save);
}

form.addEventListener('submit', event => {
  event.preventDefault();
  if (etag) save();
});
conflict.addEventListener('cancel', event => event.preventDefault());

// Other forms of the page act on what is saved.
document.addEventListener('submit', event => {
  if (event.target === form || !event.target.matches('form[data-api]') || !etag || Object.keys(changes()).length === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  save().then(() => {
    if (line.dataset.state === 'saved') event.target.requestSubmit(event.submitter);
  });
}, { capture: true });

begin();
