// Hostile content and hostile sites: nothing that people typed runs or becomes an element on any page; no
// form can be sent by another site; no page can be framed; signing in begins a new session.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { api, base, close, DESKTOP, imported, key, person, signedIn } from './harness.mjs';
import { paths } from './walk.mjs';

after(close);

const BAD = `"'><img src=x onerror=boom()><script>boom()</script>{{7*7}}{7*7}`;

async function hostile() {
  const mark = randomUUID().slice(0, 8);
  const { json: account } = await api('POST', '/v1/desk/accounts', { name: `${mark}${BAD}`.slice(0, 60), handle: `x-${mark}`, intro: BAD });
  await api('POST', '/v1/desk/tags', { slug: `x-${mark}`, name: `${mark}"'><img src=x>` });
  await api('POST', '/v1/desk/keys', { label: BAD.slice(0, 60), scopes: ['content:read'] });
  await api('POST', '/v1/desk/follow-targets', { name: `${mark}"'><img src=x onerror=boom()>`, url: 'https://example.org/?q=1' });
  const { json: edition } = await api('POST', '/v1/desk/editions', {
    accountId: account.id, articles: [{ title: BAD.slice(0, 60), source: BAD.slice(0, 40), html: `<p>${BAD}</p><script>boom()</script><a href="javascript:boom()">x</a>` }],
  });
  const article = edition.articles[0].id;
  await api('POST', `/v1/desk/editions/${edition.id}/comments`, { articleId: article, text: BAD });
  const form = new FormData();
  form.append('file', new File([`# ${BAD}\n\n${BAD}\n`], 'x"><img src=x onerror=boom()>.txt', { type: 'text/plain' }));
  form.append('account', account.id);
  const { json: report } = await api('POST', '/v1/desk/imports', form);
  return [`/desk/accounts/${account.id}`, `/desk/editions/${edition.id}`, `/desk/articles/${article}`, `/desk/imports/${report.id}`, `/desk/search?q=${encodeURIComponent(BAD)}`];
}

test('what people type neither runs nor becomes an element on any page', async () => {
  const start = await hostile();
  const { page, wrong, close: leave } = await signedIn(DESKTOP);
  await page.addInitScript(() => {
    window.boom = () => console.error('boom');
    document.addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective}`));
  });
  for (const path of await paths(page, start)) {
    await page.goto(base + path, { waitUntil: 'networkidle' });
    const elements = await page.locator('[onerror], img[src="x"], script:not([src]), a[href^="javascript"]').count();
    assert.equal(elements, 0, path);
  }
  assert.deepEqual(wrong, []);
  await leave();
});

test('no form of any page can be sent by another site, and no page can be framed', async () => {
  const report = await imported('# 通知\n\n内容。\n');
  const start = [`/desk/editions/${report.articles[0].editionId}`, `/desk/articles/${report.articles[0].articleId}`];
  const { context, page, close: leave } = await signedIn(DESKTOP);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const newest = async () => (await api('GET', '/v1/desk/audit?limit=1')).json.items[0].id;
  const before = await newest();
  const forms = new Set();
  for (const path of await paths(page, start)) {
    const response = await page.goto(base + path);
    assert.equal(response.headers()['x-frame-options'], 'DENY', path);
    assert.match(response.headers()['content-security-policy'], /frame-ancestors 'none'/, path);
    const found = await page.locator('form[data-api], form[method=post]').evaluateAll(all =>
      all.map(form => `${form.dataset.method ?? 'POST'} ${form.getAttribute('action')} ${form.enctype}`));
    found.forEach(form => forms.add(form));
  }
  assert.ok(forms.size > 15, `${forms.size} forms`);
  for (const form of forms) {
    const [method, action, type] = form.split(' ');
    const multipart = new FormData();
    multipart.append('file', new File(['# 通知'], 'x.txt'));
    const content = type === 'multipart/form-data' ? {} : { 'content-type': 'application/json' };
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, {}]) {
      const answer = await fetch(base + action, {
        method, redirect: 'manual', headers: { cookie, ...content, 'if-match': '"1"', ...headers },
        body: method === 'DELETE' ? undefined : type === 'multipart/form-data' ? multipart : '{}',
      });
      assert.equal(answer.status, 403, `${form} with ${JSON.stringify(headers)}`);
    }
  }
  assert.equal(await newest(), before, 'nothing was written');
  await leave();
});

test('signing in begins a new session, whatever cookie was there', async () => {
  const { context, page, close: leave } = await person(DESKTOP);
  const cookies = async () => (await context.cookies()).filter(({ httpOnly }) => httpOnly);
  await page.goto(`${base}/desk/sign-in`);
  await page.fill('#key', key);
  await page.press('#key', 'Enter');
  await page.waitForURL(`${base}/desk`);
  const [first] = await cookies();
  await page.goto(`${base}/desk/sign-in?to=//evil.example/`);
  await page.fill('#key', key);
  await page.press('#key', 'Enter');
  await page.waitForURL(/\/desk/);
  const [second] = await cookies();
  assert.equal(second.name, first.name);
  assert.notEqual(second.value, first.value);
  assert.equal(new URL(page.url()).origin, base);
  const old = await fetch(`${base}/v1/desk/editions`, { headers: { cookie: `${first.name}=${first.value}` } });
  assert.equal(old.status, 401);
  await leave();
});
