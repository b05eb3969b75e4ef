import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { bare, close, draft, open, ordered } from './harness.mjs';

const pictures = new URL('../../../src/test/resources/pictures/', import.meta.url);
const scene = readFileSync(new URL('scene.png', pictures));

let target;
before(async () => (target = await draft()));
after(close);

const openFor = (value = []) => open({ value, with: `account=${target.account}` });

async function stored(editor, ...expected) {
  const blocks = await editor.value();
  const kept = await target.store(blocks);
  assert.deepEqual(ordered(bare(kept)), ordered(bare(blocks)));
  assert.deepEqual(kept.map(({ type, text, image }) => [type, text, image?.alt]), expected);
  assert.ok(kept.filter(block => block.image).every(block => block.image.widths.length > 0));
}

test('a picture by the toolbar: file, description and caption are asked for', async () => {
  const editor = await openFor();
  const { page } = editor;
  await editor.type('前');
  await editor.command('picture', false);
  // The browser's file chooser, which ends at once here, leaves the dialog open.
  await editor.keys('Enter');
  await page.locator('dialog input[type=file]').setInputFiles({ name: 'scene.png', mimeType: 'image/png', buffer: scene });
  await page.getByLabel('图片说明').focus();
  await page.locator('dialog button[type=submit]').press('Enter');
  assert.match(await page.locator('dialog [role=alert]').nth(1).textContent(), /请填写/);
  await page.getByLabel('图片说明').fill(' 河边\n的树 ');
  await page.getByLabel('图注').fill('三月');
  await editor.keys('Enter');
  assert.equal(await page.evaluate(() => document.querySelector('form').checkValidity()), false);
  await page.locator('.ProseMirror figure img').waitFor();
  assert.equal(await page.evaluate(() => document.querySelector('form').checkValidity()), true);
  await stored(editor, ['paragraph', '前', undefined], ['figure', '三月', '河边 的树']);

  await page.locator('.ProseMirror figure img').click();
  await editor.command('picture', false);
  await page.getByLabel('图片说明').fill('河');
  await page.getByLabel('图注').fill('');
  await editor.keys('Enter');
  await stored(editor, ['paragraph', '前', undefined], ['figure', undefined, '河']);
  await editor.keys('Control+z', 'Control+z');
  assert.deepEqual((await editor.value()).map(block => block.type), ['paragraph']);
  await editor.keys('Control+y');
  await stored(editor, ['paragraph', '前', undefined], ['figure', '三月', '河边 的树']);
  assert.deepEqual(editor.wrong, []);
  await editor.close();
});

test('a pasted file and a data: address are uploaded, and the description is asked for', async () => {
  const editor = await openFor();
  const { page } = editor;
  await editor.paste({ 'text/html': `<p>一<img src="data:image/png;base64,${scene.toString('base64')}" alt="景">二</p>` });
  await page.locator('.ProseMirror figure img').waitFor();
  await stored(editor, ['paragraph', '一', undefined], ['figure', undefined, '景'], ['paragraph', '二', undefined]);
  await page.evaluate(bytes => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'a.png', { type: 'image/png' }));
    const target = document.querySelector('yujian-editor .ProseMirror');
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, readFileSync(new URL('orientation-6.png', pictures)).toString('base64'));
  await page.getByLabel('图片说明').fill('车');
  await editor.keys('Tab', 'Enter');
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.equal((await editor.value()).filter(block => block.image).length, 2);
  assert.deepEqual(editor.wrong, []);
  await editor.close();
});

test('a dropped file goes where it is dropped', async () => {
  const editor = await openFor([{ type: 'paragraph', text: '一' }, { type: 'paragraph', text: '二' }]);
  const { page } = editor;
  await page.evaluate(bytes => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'a.png', { type: 'image/png' }));
    const { left, top } = document.querySelector('.ProseMirror p').getBoundingClientRect();
    const init = { dataTransfer: transfer, bubbles: true, cancelable: true, clientX: left + 4, clientY: top + 8 };
    document.querySelector('.ProseMirror p').dispatchEvent(new DragEvent('drop', init));
  }, scene.toString('base64'));
  await page.locator('.ProseMirror figure img').waitFor();
  assert.deepEqual((await editor.value()).map(({ type, text }) => text ?? type), ['一', 'figure', '二']);
  assert.deepEqual(editor.wrong, []);
  await editor.close();
});

test('a picture that is refused or too big goes away with a message', async () => {
  const editor = await openFor();
  const { page } = editor;
  for (const [buffer, mimeType, message] of [
    [Buffer.from('no picture'), 'image/png', /没有上传/], [Buffer.alloc(10 * 1024 * 1024 + 1), 'image/png', /10 MB/],
    [Buffer.from('<svg/>'), 'image/svg+xml', /JPEG/],
  ]) {
    await page.locator('.ProseMirror').focus();
    await editor.command('picture', false);
    await page.locator('dialog input[type=file]').setInputFiles({ name: 'a', mimeType, buffer });
    await page.getByLabel('图片说明').fill('x');
    await page.locator('dialog button[type=submit]').click();
    await page.locator('.yj-status.yj-problem', { hasText: message }).waitFor();
    assert.deepEqual(await editor.value(), []);
    assert.equal(await page.locator('.ProseMirror figure').count(), 0);
  }
  await editor.close();
});

test('the page may replace the upload', async () => {
  const editor = await openFor();
  await editor.page.evaluate(() => {
    document.querySelector('yujian-editor').upload = async (file, { progress }) => (progress(0.5), { url: 'https://example.org/a.png' });
  });
  await editor.page.route('https://example.org/**', route => route.fulfill({ status: 404, body: '' }));
  await editor.command('picture', false);
  await editor.page.locator('dialog input[type=file]').setInputFiles({ name: 'scene.png', mimeType: 'image/png', buffer: scene });
  await editor.page.getByLabel('图片说明').fill('x');
  await editor.page.locator('dialog button[type=submit]').click();
  await editor.page.locator('.ProseMirror figure img').waitFor({ state: 'attached' });
  assert.deepEqual(await editor.value(), [{ type: 'figure', image: { url: 'https://example.org/a.png', alt: 'x' } }]);
  await editor.close();
});
