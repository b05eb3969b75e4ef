// Nothing typed is lost: two people on one article, the network gone, the session ended elsewhere.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { api, base, body, close, DESKTOP, imported, key, PHONE, saved, signedIn } from './harness.mjs';

after(close);

const TEXT = '# 通知\n\n第一段。\n';

async function opened(options) {
  const report = await imported(TEXT);
  const id = report.articles[0].articleId;
  const who = await signedIn(options);
  await who.open(`/desk/articles/${id}`);
  await saved(who.page);
  return { id, ...who };
}

const stored = async id => (await api('GET', `/v1/desk/articles/${id}`)).json.draft;

async function type(page, text) {
  await body(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

test('what two people change in different fields is both kept', async () => {
  const first = await opened(DESKTOP);
  const second = await signedIn(PHONE);
  await second.open(`/desk/articles/${first.id}`);
  await saved(second.page);
  await first.page.fill('#title', '通知甲');
  await first.page.click('#save');
  await saved(first.page);
  await type(second.page, '第二人写的。');
  await second.page.click('#save');
  await saved(second.page);
  const draft = await stored(first.id);
  assert.equal(draft.title, '通知甲');
  assert.match(draft.html, /第二人写的/);
  assert.equal(await second.page.inputValue('#title'), '通知甲');
  assert.deepEqual([...first.wrong, ...second.wrong], []);
  await first.close();
  await second.close();
});

for (const [side, expected] of [['mine', '通知乙'], ['theirs', '通知甲']]) {
  test(`where both changed the same field people choose: ${side}`, async () => {
    const first = await opened(DESKTOP);
    const second = await signedIn(DESKTOP);
    await second.open(`/desk/articles/${first.id}`);
    await saved(second.page);
    await first.page.fill('#title', '通知甲');
    await first.page.click('#save');
    await saved(first.page);
    await second.page.fill('#title', '通知乙');
    await second.page.click('#save');
    await second.page.locator('#conflict').waitFor();
    assert.match(await second.page.locator('#choices').textContent(), /通知乙.*通知甲/s);
    await second.page.check(`#choices input[value=${side}]`);
    await second.page.locator('#conflict button').click();
    await saved(second.page);
    assert.equal((await stored(first.id)).title, expected);
    await first.close();
    await second.close();
  });
}

test('without network the text is kept and saved when it is back', async () => {
  const { id, context, page, close: leave } = await opened(PHONE);
  await context.setOffline(true);
  await type(page, '断网时写的。');
  await page.click('#save');
  await page.locator('#saving[data-state=kept]').waitFor();
  await context.setOffline(false);
  await saved(page);
  assert.match((await stored(id)).html, /断网时写的/);
  await leave();
});

test('a page that was closed without network has its text when it is opened again', async () => {
  const { id, context, page, close: leave } = await opened(DESKTOP);
  await context.setOffline(true);
  await type(page, '合上电脑前写的。');
  await page.locator('#saving[data-state=unsaved]').waitFor();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${base}/desk/articles/${id}`);
  await again.locator('#saving[data-state=restored]').waitFor();
  await saved(again);
  assert.match((await stored(id)).html, /合上电脑前写的/);
  await leave();
});

test('what somebody else wrote while the page was closed is not overwritten, also by a server in trouble', async () => {
  const { id, context, page, close: leave } = await opened(DESKTOP);
  await context.setOffline(true);
  await page.fill('#title', '通知乙');
  await page.locator('#saving[data-state=unsaved]').waitFor();
  await page.close();
  const { etag } = await api('GET', `/v1/desk/articles/${id}`);
  await api('PATCH', `/v1/desk/articles/${id}`, { title: '通知甲' }, { 'If-Match': etag });
  await context.setOffline(false);
  const again = await context.newPage();
  let reads = 0;
  await again.route(`**/v1/desk/articles/${id}`, route =>
    route.request().method() === 'GET' && reads++ > 0 ? route.fulfill({ status: 503, json: { title: '稍后再试' } }) : route.fallback());
  await again.goto(`${base}/desk/articles/${id}`);
  await again.locator('#conflict').waitFor();
  assert.match(await again.locator('#choices').textContent(), /通知乙.*通知甲/s);
  assert.equal((await stored(id)).title, '通知甲');
  await again.check('#choices input[value=theirs]');
  await again.locator('#conflict button').click();
  await saved(again);
  assert.equal((await stored(id)).title, '通知甲');
  await leave();
});

test('a change whose answer got lost is not taken for that of somebody else', async () => {
  const { id, page, wrong, close: leave } = await opened(DESKTOP);
  await page.route(`**/v1/desk/articles/${id}`, async route => {
    if (route.request().method() !== 'PATCH') return route.fallback();
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await type(page, '答复丢了。');
  await page.click('#save');
  await page.locator('#saving[data-state=kept]').waitFor();
  await type(page, '又写一句。');
  await page.click('#save');
  await saved(page);
  assert.match((await stored(id)).html, /答复丢了。又写一句。/);
  assert.deepEqual(wrong.filter(one => !/ERR_FAILED/.test(one)), []);
  await leave();
});

for (const status of [429, 503]) {
  test(`a server that answered ${status} is asked again`, async () => {
    const { id, page, close: leave } = await opened(DESKTOP);
    await page.route(`**/v1/desk/articles/${id}`, route => route.fulfill({ status, json: { title: '稍后再试' } }), { times: 1 });
    await type(page, '再试一次。');
    await page.click('#save');
    await page.locator('#saving[data-state=wrong]').waitFor();
    await saved(page);
    assert.match((await stored(id)).html, /再试一次/);
    await page.route(`**/v1/desk/articles/${id}`, route => route.fulfill({ status, json: { title: '稍后再试' } }), { times: 1 });
    await page.reload();
    await page.locator('#saving[data-state=wrong]').waitFor();
    await saved(page);
    await leave();
  });
}

test('a session that was ended elsewhere loses nothing', async () => {
  const { id, context, page, close: leave } = await opened(DESKTOP);
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const out = await fetch(`${base}/desk/sign-out`, { method: 'POST', headers: { cookie, origin: base }, redirect: 'manual' });
  assert.equal(out.status, 303);
  await type(page, '退出后写的。');
  await page.click('#save');
  await page.locator('#saving[data-state=wrong]').waitFor();
  const other = await context.newPage();
  await other.goto(`${base}/desk`);
  await other.fill('#key', key);
  await other.press('#key', 'Enter');
  await other.waitForURL(`${base}/desk`);
  await page.click('#save');
  await saved(page);
  assert.match((await stored(id)).html, /退出后写的/);
  await leave();
});
