// An editor's day, on a phone and on a desktop: import, undo a join, order, edit, schedule, publish,
// correct, withdraw; everything through the pages.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { api, base, body, close, DESKTOP, PHONE, saved, signedIn } from './harness.mjs';

after(close);

const inTwoDays = () => new Date(Date.now() + 48 * 3_600_000 - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const publicArticle = async id => (await fetch(`${base}/v1/articles/${id}`)).json();

for (const [device, options] of [['phone', PHONE], ['desktop', DESKTOP]]) {
  test(`an editor's day on a ${device}`, async () => {
    const { page, wrong, close: leave } = await signedIn(options);
    const name = `日常${randomUUID().slice(0, 6)}`;
    await api('POST', '/v1/desk/accounts', { name });
    const text = `扫描二维码 关注“${name}”\n\n# 梧桐路夜间施工提示\n\n十二月三日起每晚十点，梧桐路进行路面养护，过往车辆请\n绕行。\n\n请互相转告。\n\n# 第二篇通知\n\n内容在这里。\n`;

    await page.getByRole('link', { name: '导入文档' }).click();
    await page.setInputFiles('#file', { name: 'notice.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.waitForURL(/\/desk\/imports\//);
    assert.match(await page.locator('.joined').textContent(), /过往车辆请.*绕行/s);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /分开/ }).click()]);
    assert.equal(await page.locator('.joined').count(), 0);

    await page.getByRole('link', { name: '查看这一期' }).click();
    await page.waitForURL(/\/desk\/editions\//);
    const edition = page.url();
    await page.getByRole('button', { name: '把“第二篇通知”上移' }).press('Enter');
    await page.locator('#status', { hasText: '已完成' }).waitFor();
    await page.reload();
    assert.match(await page.locator('#order > li').first().textContent(), /第二篇通知/);

    await page.getByRole('link', { name: /第二篇通知/ }).click();
    await saved(page);
    const article = page.url().split('/').pop();
    await body(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('周六上午九点，在居委会一楼。');
    await page.fill('#title', '第二篇通知（新）');
    await page.locator('#saving[data-state=unsaved]').waitFor();
    await saved(page);

    await page.goto(edition);
    await page.locator('summary', { hasText: '定时发布' }).click();
    await page.fill('#at', inTwoDays());
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '定好时间' }).click()]);
    assert.match(await page.locator('main').textContent(), /取消定时/);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /取消定时/ }).click()]);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '马上发布' }).click()]);
    const live = await publicArticle(article);
    assert.equal(live.title, '第二篇通知（新）');
    assert.match(live.html, /居委会一楼/);

    await page.goto(`${base}/desk/articles/${article}`);
    await saved(page);
    await body(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('改为上午十点。');
    await page.locator('#saving[data-state=unsaved]').waitFor();
    await saved(page);
    await page.reload();
    await page.locator('#saving[data-state=saved]').waitFor();
    await page.selectOption('#kind', 'fact');
    await page.fill('#note', '时间有误。');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '发布更正' }).click()]);
    const corrected = await publicArticle(article);
    assert.match(corrected.html, /上午十点/);
    assert.equal(corrected.corrections[0].note, '时间有误。');

    await page.locator('summary', { hasText: '撤回' }).click();
    await page.selectOption('#class', 'request');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /撤回，读者/ }).click()]);
    assert.equal((await fetch(`${base}/v1/articles/${article}`)).status, 410);
    assert.deepEqual(wrong, []);
    await leave();
  });
}
