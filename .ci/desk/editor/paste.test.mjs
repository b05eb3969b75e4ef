import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { bare, close, draft, open, ordered } from './harness.mjs';

let target;
before(async () => (target = await draft()));
after(close);

const file = name => readFileSync(new URL(`pastes/${name}`, import.meta.url), 'utf8');
async function pasted(data, options) {
  const editor = await open(options);
  await editor.paste(data);
  const blocks = await editor.value();
  const status = await editor.status();
  assert.deepEqual(editor.wrong, []);
  const stored = await target.store(blocks);
  assert.deepEqual(ordered(bare(stored)), ordered(bare(blocks)));
  await editor.close();
  return { blocks, status };
}

for (const name of ['word', 'wps', 'news', 'sheet']) {
  test(`pasting from ${name}`, async () => {
    const { blocks, status } = await pasted({ 'text/html': file(`${name}.html`), 'text/plain': 'no' });
    const expected = JSON.parse(file(`${name}.json`));
    // A table becomes rectangular where rows were shorter.
    assert.deepEqual(ordered(blocks), ordered(expected));
    assert.equal(/1 张图片没有粘贴/.test(status), name !== 'sheet');
  });
}

test('pasting hostile HTML', async () => {
  const { blocks } = await pasted({ 'text/html': file('hostile.html') });
  const text = JSON.stringify(blocks);
  for (const part of ['boom', 'javascript', 'evil', 'onerror', 'data:', '<', 'svg', '模板']) {
    assert.ok(!text.toLowerCase().includes(part), `${part} in ${text}`);
  }
  for (const word of '一二三四五六七八九十甲里最') assert.ok(text.includes(word), word);
  const kinds = ['paragraph', 'heading', 'quote', 'list', 'table', 'figure'];
  assert.ok(blocks.every(block => kinds.includes(block.type)));
});

test('pasting huge and deep HTML', async () => {
  const deep = '<div>'.repeat(3_000) + '<table><tr><td>'.repeat(500) + '<blockquote><ul><li><b>'.repeat(500) + '深';
  assert.match(JSON.stringify((await pasted({ 'text/html': deep })).blocks), /深/);
  const wide = `<table>${`<tr>${'<td colspan=100 rowspan=100>x</td>'.repeat(50)}</tr>`.repeat(20)}</table>`;
  assert.equal((await pasted({ 'text/html': wide })).blocks[0].rows.length, 20);
  const long = `<p>${'很长的文字。'.repeat(10)}</p>`.repeat(2_000);
  assert.equal((await pasted({ 'text/html': long })).blocks.length, 2_000);
});

test('pasting plain text makes paragraphs', async () => {
  const { blocks } = await pasted({ 'text/plain': '第一段\r\n\r\n第二段<b>\u0007\n\t第三段' });
  assert.deepEqual(blocks.map(block => block.text), ['第一段', '第二段<b> ', ' 第三段']);
});

test('what is copied in the editor is pasted as it was', async () => {
  const value = [
    { type: 'heading', level: 4, text: '题' },
    { type: 'paragraph', text: '甲 乙\n丙', spans: [{ start: 0, end: 3, kind: 'link', href: 'https://example.org/' }] },
    { type: 'list', items: ['7. a', '- b', '8. c'] }, { type: 'quote', text: '引\n用' },
    { type: 'table', rows: [['x', 'y'], ['1', '2']], cells: [{ row: 0, cell: 0, header: true }] },
    { type: 'figure', text: '图注', image: { url: 'https://example.org/a.png', alt: '图' } },
  ];
  const editor = await open({ value });
  await editor.page.route('https://example.org/**', route => route.fulfill({ status: 404, body: '' }));
  await editor.keys('Control+a', 'Control+c');
  await editor.page.evaluate(() => (document.querySelector('yujian-editor').value = []));
  await editor.text.click();
  await editor.keys('Control+v');
  assert.deepEqual(ordered(await editor.value()), ordered(value));
  await editor.close();
});

test('pasting into a cell, a caption, a heading and an item keeps the block', async () => {
  const html = '<p>一</p><p>二<br>三</p>';
  const cases = [
    [{ type: 'table', rows: [['', 'b']] }, 0, { rows: [['一 二 三', 'b']] }],
    [{ type: 'figure', image: { url: '/media/AAAAAAAAAAAAAAAAAAAAAA/{w}.jpg', widths: [320] }, text: '注' }, 1, { text: '注一 二 三' }],
    [{ type: 'list', items: ['- 甲', '- 乙'] }, 3, { items: ['- 甲一', '- 二 三', '- 乙'] }],
  ];
  for (const [block, offset, expected] of cases) {
    const editor = await open({ value: [block] });
    await editor.call('focusText', 1, offset);
    await editor.paste({ 'text/html': html });
    const blocks = await editor.value();
    assert.equal(blocks.length, 1, JSON.stringify(blocks));
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(blocks[0][key], value);
    await editor.close();
  }
});
