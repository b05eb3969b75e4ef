import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bare, close, draft, open, ordered } from './harness.mjs';

let target;
before(async () => (target = await draft()));
after(close);

const texts = blocks => blocks.map(({ id, ...block }) => block);
const paragraph = text => ({ type: 'paragraph', text });

/** Runs the steps on a page with the value; the result has to be what the API stores. */
async function edited(value, steps, options = {}) {
  const editor = await open({ value, ...options });
  const found = await steps(editor);
  const blocks = await editor.value();
  assert.deepEqual(ordered(bare(await target.store(blocks))), ordered(bare(blocks)));
  assert.deepEqual(editor.wrong, []);
  await editor.close();
  return found ?? texts(blocks);
}

test('typing, Enter, Shift+Enter and Markdown at the start of a line', async () => {
  const blocks = await edited([], async ({ type, keys, page }) => {
    await type('甲𠮷');
    await keys('Shift+Enter');
    await type('乙');
    await keys('Enter');
    await page.keyboard.type('### 题');
    await keys('Enter');
    await page.keyboard.type('- 一');
    await keys('Enter');
    await type('二');
    await keys('Enter', 'Enter');
    await page.keyboard.type('1. x');
    await keys('Enter', 'Enter');
    await page.keyboard.type('> 引');
    await keys('Enter');
    await type('用');
    await keys('Enter', 'Enter');
    await type('完');
  });
  assert.deepEqual(blocks, [
    paragraph('甲𠮷\n乙'), { type: 'heading', level: 3, text: '题' }, { type: 'list', items: ['- 一', '- 二'] },
    { type: 'list', items: ['1. x'] }, { type: 'quote', text: '引\n用' }, paragraph('完'),
  ]);
});

const TEXT = [
  ['paragraph', { type: 'heading', level: 3, text: '字' }, paragraph('字')],
  ['heading2', paragraph('字'), { type: 'heading', level: 2, text: '字' }],
  ['heading3', paragraph('字'), { type: 'heading', level: 3, text: '字' }],
  ['heading4', { type: 'quote', text: '字\n二' }, { type: 'heading', level: 4, text: '字 二' }],
  ['heading2', { type: 'list', items: ['- 字'] }, { type: 'heading', level: 2, text: '字' }],
  ['quote', paragraph('字'), { type: 'quote', text: '字' }],
  ['quote', { type: 'quote', text: '字' }, paragraph('字')],
  ['strong', paragraph('字'), { ...paragraph('字'), spans: [{ start: 0, end: 1, kind: 'strong' }] }],
  ['em', paragraph('字'), { ...paragraph('字'), spans: [{ start: 0, end: 1, kind: 'em' }] }],
  ['bullets', paragraph('字\n二'), { type: 'list', items: ['- 字', '- 二'] }],
  ['numbers', paragraph('字'), { type: 'list', items: ['1. 字'] }],
  ['numbers', { type: 'list', items: ['1. 字'] }, paragraph('字')],
];

test('every command of the toolbar by keyboard', async () => {
  for (const [command, before, expected] of TEXT) {
    const blocks = await edited([before], async ({ keys, command: run, page }) => {
      await keys('Control+a');
      await run(command);
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'textbox');
    });
    assert.deepEqual(blocks, [expected], command);
  }
  const lists = await edited([{ type: 'list', items: ['1. a', '2. b', '3. c'] }], async ({ call, command }) => {
    await call('focusText', 2, 3);
    await command('indent');
    await command('bullets');
    await call('focusText', 3, 3);
    await command('indent');
    await command('outdent');
  });
  assert.deepEqual(lists, [{ type: 'list', items: ['1. a', '- b', '2. c'] }]);
  const undone = await edited([paragraph('字')], async ({ keys, type, command }) => {
    await keys('End');
    await type('x');
    await command('undo');
    await command('undo');
    await command('redo');
  });
  assert.deepEqual(undone, [paragraph('字x')]);
});

test('table commands by keyboard', async () => {
  const grid = () => ({ type: 'table', rows: [['a', 'b'], ['c', 'd']] });
  const rows = (...all) => [{ type: 'table', rows: all }];
  const cases = {
    rowBefore: rows(['', ''], ['a', 'b'], ['c', 'd']), rowAfter: rows(['a', 'b'], ['', ''], ['c', 'd']), deleteRow: rows(['c', 'd']),
    columnBefore: rows(['', 'a', 'b'], ['', 'c', 'd']), columnAfter: rows(['a', '', 'b'], ['c', '', 'd']), deleteColumn: rows(['b'], ['d']),
    header: [{ ...grid(), cells: [{ row: 0, cell: 0, header: true }] }], deleteTable: [],
  };
  for (const [command, expected] of Object.entries(cases)) {
    const found = await edited([grid()], async ({ call, command: run }) => {
      await call('focusText', 1, 0);
      await run(command);
    });
    assert.deepEqual(found, expected, command);
  }
  const merged = await edited([grid()], async ({ call, command, keys, value }) => {
    await call('focusText', 1, 0);
    await keys('Shift+ArrowRight', 'Shift+ArrowRight');
    await command('merge');
    assert.deepEqual(texts(await value())[0].rows, [['ab'], ['c', 'd']]);
    await command('split');
  });
  assert.deepEqual(merged[0].rows, [['ab', ''], ['c', 'd']]);
  const made = await edited([], async ({ command, type, keys }) => {
    await command('table');
    for (const word of '一二三四五六七八九') {
      await type(word);
      if (word !== '九') await keys('Tab');
    }
  });
  assert.deepEqual(made[0].rows, [['一', '二', '三'], ['四', '五', '六'], ['七', '八', '九']]);
});

test('a ragged table is made rectangular only when it is edited', async () => {
  const ragged = { type: 'table', rows: [['a'], ['c', 'd']], cells: [{ row: 1, cell: 0, rowspan: 9 }] };
  assert.deepEqual(await edited([ragged, paragraph('x')], async ({ call, type }) => {
    await call('focusText', 3, 1);
    await type('y');
  }), [ragged, paragraph('xy')]);
  const found = await edited([ragged], async ({ call, command }) => {
    await call('focusText', 1, 0);
    await command('rowAfter');
  });
  assert.equal(found[0].rows.length, 3);
});

test('links: made, changed, refused and removed', async () => {
  const link = href => [{ ...paragraph('看这里'), spans: [{ start: 1, end: 3, kind: 'link', href }] }];
  const made = await edited([paragraph('看这里')], async ({ call, keys, page, value }) => {
    await call('focusText', 1, 1, 2);
    await keys('Control+k');
    await page.keyboard.type('javascript:alert(1)');
    await keys('Enter');
    assert.match(await page.locator('dialog [role=alert]').first().textContent(), /https/);
    await keys('Control+a');
    await page.keyboard.type('https://example.org/');
    await keys('Enter');
    assert.deepEqual(texts(await value()), link('https://example.org/'));
    await call('focusText', 1, 2);
    await keys('Control+k', 'Control+a');
    await page.keyboard.type('mailto:a@example.org');
    await keys('Enter');
  });
  assert.deepEqual(made, link('mailto:a@example.org'));
  const removed = await edited(link('https://example.org/'), async ({ call, command, page, keys }) => {
    await call('focusText', 1, 2);
    await command('link', false);
    await page.getByRole('button', { name: '取消链接' }).focus();
    await keys('Enter');
  });
  assert.deepEqual(removed, [paragraph('看这里')]);
  const inserted = await edited([], async ({ command, page, keys }) => {
    await command('link', false);
    await page.keyboard.type('https://example.org/');
    await keys('Tab');
    await page.keyboard.type('网站');
    await keys('Enter');
  });
  assert.deepEqual(inserted, [{ ...paragraph('网站'), spans: [{ start: 0, end: 2, kind: 'link', href: 'https://example.org/' }] }]);
});

test('undo skips nothing and read-only changes nothing', async () => {
  const value = [paragraph('甲'), { type: 'list', items: ['1. a', '2. b'] }];
  assert.deepEqual(await edited(value, async ({ keys, call, type }) => {
    await call('focusText', 2, 4);
    await keys('Enter');
    await type('x');
    await keys('Control+z', 'Control+z', 'Control+z', 'Control+y', 'Control+z');
  }), value);
  const left = await edited(value, async ({ keys, type, page, paste, text }) => {
    await type('x');
    await keys('Enter', 'Control+b');
    await paste({ 'text/html': '<p>y</p>' });
    assert.equal(await text.getAttribute('aria-readonly'), 'true');
    assert.equal(await page.locator('[role=toolbar]:visible').count(), 0);
  }, { with: 'readonly' });
  assert.deepEqual(left, value);
});

test('the first value comes from the attribute', async () => {
  const value = [{ id: 'a', ...paragraph('“一” & <二>') }];
  const escaped = JSON.stringify(value).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const editor = await open({ value: null, with: `value="${escaped}"` });
  assert.deepEqual(await editor.value(), value);
  await editor.close();
});

test('form value, change event, limit and places', async () => {
  const value = [{ id: 'a', ...paragraph('一𠮷三') }, { id: 'b', type: 'list', items: ['1. 甲乙'] }];
  const editor = await open({ value, with: 'maxlength=9' });
  const form = () => editor.page.evaluate(() => {
    const form = document.querySelector('form');
    return { body: JSON.parse(new FormData(form).get('body')), valid: form.checkValidity() };
  });
  assert.deepEqual(await form(), { body: value, valid: true });
  await editor.page.evaluate(() => document.addEventListener('change', () => (window.changes = (window.changes ?? 0) + 1)));
  await editor.call('focusText', 2, 4, 1);
  assert.equal(await editor.page.evaluate(() => getSelection().toString()), '乙');
  await editor.type('丙丁戊');
  assert.equal(await editor.page.evaluate(() => window.changes), 1);
  assert.equal((await form()).valid, false);
  assert.match(await editor.page.locator('.yj-count').textContent(), /10 \/ 9 字/);
  assert.deepEqual((await editor.value())[0], value[0]);
  await editor.call('highlight', [{ paragraph: 1, offset: 1, length: 1, kind: 'yj-join' }]);
  assert.equal(await editor.page.locator('.ProseMirror .yj-join').textContent(), '𠮷');
  assert.deepEqual(editor.wrong, []);
  await editor.close();
});

test('typing in the longest body is quick', async () => {
  const value = Array.from({ length: 2_000 }, () => paragraph('很长的文字。'.repeat(16) + '四个字。'));
  const editor = await open({ value });
  await editor.call('focusText', 1_000, 5);
  const took = await editor.page.evaluate(async () => {
    const begin = performance.now();
    for (let i = 0; i < 20; i++) document.execCommand('insertText', false, '字');
    await new Promise(requestAnimationFrame);
    return (performance.now() - begin) / 20;
  });
  console.log(`${took.toFixed(1)} ms for a key in 200,000 characters`);
  assert.ok(took < 100, `${took} ms`);
  await editor.close();
});
