import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { close, open } from './harness.mjs';

after(close);

// Screenshots are kept here to be looked at.
const shots = process.env.SHOTS ?? '../../../target/desk';
mkdirSync(shots, { recursive: true });

const value = [
  { type: 'paragraph', text: '三月十二日上午，四十二位居民在河边种下了树苗。详情见网站。', spans: [
    { start: 8, end: 12, kind: 'strong' }, { start: 13, end: 16, kind: 'em' }, { start: 26, end: 28, kind: 'link', href: 'https://example.org/' }] },
  { type: 'heading', level: 2, text: '一、准备' }, { type: 'heading', level: 3, text: '工具' }, { type: 'heading', level: 4, text: '清单' },
  { type: 'list', items: ['1. 选好树种', '- 柳树', '- 杨树', '* 小叶杨', '2. 准备铁锹和水桶'] },
  { type: 'quote', text: '白日依山尽\n黄河入海流' },
  { type: 'table', rows: [['组', '人数', '时间'], ['第一组', '20', '上午'], ['第二组', '22', '下午']],
    cells: [0, 1, 2].map(cell => ({ row: 0, cell, header: true })) },
  { type: 'figure', image: { url: '/scene.png', width: 320, height: 240 } },
  { type: 'figure', text: '图为植树现场。' },
  { type: 'paragraph', text: '完。' },
];

async function check(editor, name) {
  await editor.page.screenshot({ path: `${shots}/${name}.png`, fullPage: true, scale: 'css' });
  const { violations, passes } = await new AxeBuilder({ page: editor.page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html.slice(0, 200))]), [], name);
  return passes.length;
}

const SIZES = { phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }, desktop: { viewport: { width: 1280, height: 900 } } };

for (const [size, options] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const language of ['zh-CN', 'en']) {
      test(`axe: ${size}, ${colorScheme}, ${language}`, async () => {
        const editor = await open({ ...options, colorScheme, language, value });
        const name = `${size}-${colorScheme}-${language}`;
        assert.ok(await check(editor, name) > 15);
        await editor.call('focusText', 12, 0);
        await editor.keys('Shift+ArrowRight', 'Shift+ArrowRight');
        await check(editor, `${name}-table`);
        await editor.call('focusText', 1, 26, 2);
        await editor.keys('Control+k');
        await check(editor, `${name}-link`);
        await editor.keys('Escape');
        await editor.command('picture', false);
        await editor.page.locator('dialog button[type=submit]').click();
        await check(editor, `${name}-picture`);
        await editor.keys('Escape');
        const wide = await editor.page.evaluate(() => document.documentElement.scrollWidth) - options.viewport.width;
        assert.ok(wide <= 0, `${wide} px wider than the screen`);
        await editor.page.evaluate(() => (document.querySelector('yujian-editor').readOnly = true));
        await check(editor, `${name}-readonly`);
        await editor.close();
      });
    }
  }
}

test('the toolbar is one tab stop and the text leaves by Tab', async () => {
  const editor = await open({ value, language: 'en' });
  const { page } = editor;
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.nodeName);
  await editor.call('focusText', 1, 0);
  await editor.keys('Shift+Tab');
  assert.equal(await focused(), 'Undo');
  await editor.keys('ArrowLeft');
  assert.equal(await focused(), 'Insert table');
  await editor.keys('Home', 'ArrowRight');
  assert.equal(await focused(), 'Redo');
  await editor.keys('Tab');
  assert.equal(await focused(), 'Text');
  await editor.call('focusText', 5, 3);
  await editor.keys('Tab');
  assert.notEqual(await focused(), 'Text');
  const pressed = await page.locator('[data-command=numbers]').getAttribute('aria-pressed');
  assert.equal(pressed, 'true');
  await editor.close();
});
