// What the pages of the desk share. A form marked data-api sends JSON to the desk API:
//   action, data-method   operation; data-etag goes into If-Match
//   name of a field       property of the body, a.b for a nested one; name="" stays out
//   data-type of a field  number, boolean, instant (of datetime-local), list (one per line or comma), json,
//                         names (one per line, objects with a name), groups (one per line, objects with words), picture (by its address), some (checkboxes of which none means no value)
//   data-then             page to go to afterwards, with {property} of the response; this one without
// A form of multipart/form-data is sent as it is, with its progress.
const words = document.body.dataset;
const status = document.getElementById('status');

/** Says something to people who see the page and to those who hear it. */
export function say(text, wrong = false) {
  status.textContent = text;
  status.classList.toggle('wrong', wrong);
}

export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** A request to the desk API; gives {ok, status, etag, body} and never throws; status 0: not reached. */
export async function api(method, path, body, { etag, headers = {} } = {}) {
  const all = { Accept: 'application/json, application/problem+json', ...headers };
  if (etag) all['If-Match'] = etag;
  if (method === 'POST') all['Idempotency-Key'] ??= newKey();
  const json = body !== undefined && !(body instanceof FormData);
  if (json) all['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  try {
    const response = await fetch(path, { method, headers: all, body: json ? JSON.stringify(body) : body });
    const type = response.headers.get('Content-Type') ?? '';
    return {
      ok: response.ok,
      status: response.status,
      etag: response.headers.get('ETag'),
      body: type.includes('json') ? await response.json() : await response.text(),
    };
  } catch {
    return { ok: false, status: 0, body: {} };
  }
}

/** The text for a person about a request that failed. */
export function reason(answer) {
  if (answer.status === 0) return words.away;
  if (answer.status === 401) return words.signedOut;
  if (answer.status === 412) return words.changed;
  return answer.body.detail ?? answer.body.title ?? String(answer.status);
}

const parts = text => text.split(/[\n,，、]/).map(part => part.trim()).filter(part => part !== '');
const lines = field => field.value.split('\n').filter(line => line.trim() !== '');

function valueOf(field) {
  const text = field.value;
  switch (field.dataset.type) {
    case 'boolean': return field.type === 'checkbox' ? field.checked : text === 'true';
    case 'number': return text === '' ? null : Number(text);
    case 'instant': return text === '' ? null : new Date(text).toISOString();
    case 'json': return text === '' ? null : JSON.parse(text);
    case 'list': return parts(text);
    case 'names': return text.split('\n').map(name => ({ name: name.trim() })).filter(({ name }) => name !== '');
    case 'groups': return lines(field).map(line => ({ words: parts(line) }));
    case 'picture': return text === '' ? null : { url: text };
    default: return text === '' ? null : text;
  }
}

/** The JSON of a form; an empty field is null in a PATCH, which removes it, and absent elsewhere. */
export function json(form, method) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.disabled || field.type === 'submit') continue;
    if (field.type === 'radio' && !field.checked) continue;
    const grouped = field.type === 'checkbox' && field.dataset.type !== 'boolean';
    const value = valueOf(field);
    if (value === null && method !== 'PATCH') continue;
    const path = field.name.split('.');
    const last = path.pop();
    let place = body;
    for (const part of path) place = place[part] ??= {};
    if (!grouped) place[last] = value;
    else if (field.checked) (place[last] ??= []).push(value);
    else if (field.dataset.type !== 'some') place[last] ??= [];
    else if (method === 'PATCH') place[last] ??= null;
  }
  return body;
}

/** The line of a field that an error of one of its groups is about. */
function wrongLine(form, name) {
  const field = [...form.elements].find(one => one.dataset.type === 'groups' && name?.startsWith(`${one.name}.`));
  return { field, line: field && lines(field)[Number(name.split('.')[1])] };
}

/** Shows a problem in the form, each error beside its field, and goes to the first one. */
export function refuse(form, answer) {
  form.querySelectorAll('.error').forEach(old => old.remove());
  let first = null;
  for (const error of answer.body.errors ?? []) {
    const name = error.parameter ?? error.pointer?.slice(1).split('/').join('.');
    const { field: lined, line } = wrongLine(form, name);
    const field = lined ?? [...form.elements].find(one => one.name === name);
    if (!field) continue;
    const text = document.createElement('p');
    text.className = 'error';
    text.id = `${field.id || name}-error`;
    text.textContent = line === undefined ? error.detail : `${line}: ${error.detail}`;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', text.id);
    const group = field.type === 'checkbox' && field.closest('fieldset');
    (group ? group.firstElementChild : field).after(text);
    first ??= field;
  }
  const all = document.createElement('p');
  all.className = 'error';
  all.setAttribute('role', 'alert');
  all.textContent = reason(answer);
  if (answer.status === 401) {
    const link = document.createElement('a');
    link.href = '/desk/sign-in';
    link.target = '_blank';
    link.textContent = ' →';
    all.append(link);
  }
  form.append(all);
  first?.focus();
}

/** Sends a form with files, which fetch does not report the progress of; the bar may be missing. */
export function upload(path, data, bar) {
  return new Promise(done => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Idempotency-Key', newKey());
    request.responseType = 'json';
    request.upload.onprogress = event => {
      if (bar && event.lengthComputable) Object.assign(bar, { hidden: false, max: event.total, value: event.loaded });
    };
    request.onload = () => done({
      ok: request.status < 300,
      status: request.status,
      etag: request.getResponseHeader('ETag'),
      body: request.response ?? {},
    });
    request.onerror = () => done({ ok: false, status: 0, body: {} });
    request.send(data);
  });
}

/** Later changes by the forms of this page begin from this version. */
export function renew(etag) {
  document.querySelectorAll('form[data-etag]').forEach(form => { form.dataset.etag = etag; });
}

async function send(form, submitter) {
  const method = submitter?.dataset.method ?? form.dataset.method ?? 'POST';
  const path = submitter?.dataset.action ?? form.getAttribute('action');
  const options = { etag: form.dataset.etag };
  if (form.enctype === 'multipart/form-data') return upload(form.getAttribute('action'), new FormData(form), form.querySelector('progress'));
  const bodiless = method === 'DELETE' || method === 'PUT' && form.dataset.body === 'none';
  return api(method, path, bodiless ? undefined : json(form, method), options);
}

/** Goes to a page, with properties of the response in its address; without one reads this again. */
export function go(then, body) {
  if (!then) return location.reload();
  const path = then.replace(/\{([\w.]+)\}/g, (all, name) =>
    encodeURIComponent(name.split('.').reduce((place, part) => place?.[part], body) ?? ''));
  location.assign(path);
}

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('form[data-api]')) return;
  event.preventDefault();
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  const answer = await send(form, event.submitter);
  form.ariaBusy = 'false';
  if (!answer.ok) return refuse(form, answer);
  const told = new CustomEvent('sent', { bubbles: true, cancelable: true, detail: answer });
  if (form.dispatchEvent(told)) go(event.submitter?.dataset.then ?? form.dataset.then, answer.body);
});

document.addEventListener('input', event => {
  if (event.target.ariaInvalid === 'true') event.target.removeAttribute('aria-invalid');
});

// Times are shown and typed in the zone of whoever looks; datetime-local has none of its own.
for (const field of document.querySelectorAll('input[data-type=instant][data-value]')) {
  const at = new Date(field.dataset.value);
  field.value = new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

// On phones the menu is wider than the screen.
document.querySelector('.menu [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
