// Review before publishing (三审三校) through the pages: stages sign in order, a change after a signature
// counts, and who has an edition open is shown.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { api, base, body, close, DESKTOP, imported, inspect, PHONE, saved, signedIn } from './harness.mjs';

after(close);

const loaded = (page, button) => Promise.all([page.waitForEvent('load'), page.getByRole('button', button).click()]);
const reviewer = async label =>
  (await api('POST', '/v1/desk/keys', { label, scopes: ['content:read', 'content:review'] })).json.secret;

async function sign(page, edition, verdict, note) {
  await page.goto(edition);
  await page.selectOption('#verdict', verdict);
  if (note) await page.fill('#review-note', note);
  await loaded(page, { name: /^签署$/ });
}

test('nothing goes live before every stage has agreed to exactly this content', async () => {
  const report = await imported('# 停水通知\n\n周六八点起停水。\n');
  const edition = `${base}/desk/editions/${report.articles[0].editionId}`;
  const editor = await signedIn(DESKTOP);
  const first = await signedIn({ ...PHONE, key: await reviewer('初审') });
  const second = await signedIn({ ...DESKTOP, key: await reviewer('终审') });

  await editor.page.goto(`${base}/desk/accounts/${report.accountId}`);
  await editor.page.locator('summary', { hasText: '三审三校' }).click();
  await editor.page.fill('#stages', '初审\n终审');
  await Promise.all([editor.page.waitForEvent('load'), editor.page.locator('details:has(#stages) button', { hasText: '保存' }).click()]);
  await editor.page.goto(edition);
  assert.equal(await editor.page.getByRole('button', { name: '马上发布' }).count(), 0);
  assert.match(await editor.page.locator('main').textContent(), /审核全部通过后才能发布/);

  await second.page.goto(edition);
  assert.equal(await second.page.locator('label[for=verdict]').textContent(), '初审', 'the second stage waits for the first');
  await sign(first.page, edition, 'agree');
  await second.page.goto(edition);
  assert.equal(await second.page.locator('label[for=verdict]').textContent(), '终审');
  await sign(second.page, edition, 'return', '时间不清楚');
  await second.page.goto(`${base}/desk/articles/${report.articles[0].articleId}`);
  await second.page.locator('.phone .text p').selectText();
  await second.page.fill('#comment', '早上还是晚上？');
  await loaded(second.page, { name: '加批注' });
  assert.equal(await second.page.locator('#main blockquote').first().textContent(), '周六八点起停水。');
  await editor.page.reload();
  assert.match(await editor.page.locator('main').textContent(), /已退回修改/);
  assert.deepEqual(await inspect(editor.page, 'review'), []);

  await editor.page.goto(`${base}/desk/articles/${report.articles[0].articleId}`);
  await saved(editor.page);
  await body(editor.page).click();
  await editor.page.keyboard.press('Control+End');
  await editor.page.keyboard.insertText('早上八点。');
  assert.match(await editor.page.locator('main').textContent(), /早上还是晚上/);
  await editor.page.click('#save');
  await saved(editor.page);
  await body(editor.page).locator('p').first().selectText();
  await editor.page.fill('#comment', '已改。');
  await loaded(editor.page, { name: '加批注' });
  assert.equal(await editor.page.locator('#main blockquote').first().textContent(), '周六八点起停水。早上八点。');
  await loaded(editor.page, { name: '已处理 早上还是晚上？' });

  await sign(first.page, edition, 'agree');
  await sign(second.page, edition, 'agree');
  await editor.page.goto(edition);
  assert.match(await editor.page.locator('main').textContent(), /审核通过，可以发布/);
  await loaded(editor.page, { name: '马上发布' });
  assert.equal((await fetch(`${base}/v1/articles/${report.articles[0].articleId}`)).status, 200);
  for (const who of [editor, first, second]) {
    assert.deepEqual(who.wrong, []);
    await who.close();
  }
});

test('who else has the article open is shown, and no longer when the page is left', async () => {
  const report = await imported('# 通知\n\n内容。\n');
  const path = `/desk/articles/${report.articles[0].articleId}`;
  const { secret } = (await api('POST', '/v1/desk/keys', { label: '同事', scopes: ['content:read', 'content:write'] })).json;
  const colleague = await signedIn({ ...DESKTOP, key: secret });
  const lease = colleague.page.waitForResponse(response => response.url().endsWith('/editors/me') && response.request().method() === 'PUT');
  await colleague.open(path);
  assert.equal((await lease).status(), 200);
  await saved(colleague.page);
  await api('GET', `/v1/desk/editions/${report.articles[0].editionId}/editors`).then(({ json }) => assert.equal(json.items.length, 1));
  const editor = await signedIn(PHONE);
  await editor.open(path);
  await editor.page.locator('#presence', { hasText: '也打开了这里' }).waitFor();
  await colleague.page.goto(`${base}/desk`);
  await editor.page.locator('#presence:empty').waitFor({ state: 'attached' });
  assert.deepEqual(editor.wrong, []);
  await editor.close();
  await colleague.close();
});
