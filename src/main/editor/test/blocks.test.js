import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, documentOf, nodesOf } from '../blocks.js';
import { linesOf } from '../places.js';
import { schema } from '../schema.js';
import { body, random } from './random.js';

const CASES = 3_000;
const rewritten = blocks => blocksOf(schema.nodes.doc.create(null, nodesOf(blocks, false)));

test('a body that nobody edits is given back as it was', () => {
  const r = random();
  for (let i = 0; i < CASES; i++) {
    const blocks = body(r);
    const doc = documentOf(blocks);
    doc.check();
    assert.deepEqual(blocksOf(doc), blocks);
  }
});

test('blocks that are written anew keep every line and give themselves again', () => {
  const r = random();
  for (let i = 0; i < CASES; i++) {
    const blocks = body(r);
    if (!blocks.length) continue;
    const once = rewritten(blocks);
    assert.deepEqual(once.flatMap(linesOf), blocks.map(({ text, ...rest }) => (rest.rows ? rest : { text, ...rest })).map(clean).flatMap(linesOf));
    assert.deepEqual(marks(once), marks(blocks));
    assert.deepEqual(rewritten(once), once);
  }
});

/** JSON has no undefined, and linesOf asks for it. */
const clean = block => JSON.parse(JSON.stringify(block));

/** For each character the marks that readers see; separators of items and cells have none. */
function marks(blocks) {
  return blocks.map(block => {
    const lines = block.rows ? block.rows.map(row => row.join('\t')) : linesOf(block);
    const text = [...lines.join('\n')];
    const inLine = block.items || block.rows;
    const skipped = new Set();
    let at = 0;
    for (const item of block.items ?? []) {
      const marker = /^(?:\d{1,9}[.)]|[^\p{L}\p{N}\s])[ \u3000]+/u.exec(item)?.[0] ?? '';
      for (let i = 0; i < [...marker].length; i++) skipped.add(at + i);
      at += [...item].length + 1;
    }
    return text.map((c, at) => {
      if (skipped.has(at) || (inLine && (c === '\n' || c === '\t'))) return '';
      const over = (block.spans ?? []).filter(span => span.start <= at && span.end > at);
      const link = over.find(span => span.kind === 'link');
      return ['strong', 'em'].filter(kind => over.some(span => span.kind === kind)).join() + (link?.href ?? '');
    });
  });
}

test('blank blocks and control characters are not part of the value', () => {
  const blocks = [
    { type: 'paragraph', text: ' \u3000' }, { type: 'paragraph', text: 'a\tb\u0007c' }, { type: 'figure', text: ' ' },
    { type: 'list', items: ['- ', '- x'] },
  ];
  assert.deepEqual(rewritten(blocks), [{ type: 'paragraph', text: 'a b c' }, { type: 'list', items: ['- x'] }]);
  assert.deepEqual(blocksOf(documentOf(blocks.slice(1, 2))), [{ type: 'paragraph', text: 'a b c' }]);
});

test('a block of a newer release is kept', () => {
  const blocks = [{ id: 'a', type: 'poll', text: '选' }, { type: 'paragraph', text: 'x' }];
  assert.deepEqual(blocksOf(documentOf(blocks)), blocks);
});

test('an edited block loses its id and the others keep theirs', () => {
  const blocks = [{ id: 'a', type: 'paragraph', text: '甲' }, { id: 'b', type: 'paragraph', text: '乙' }];
  const doc = documentOf(blocks);
  const edited = doc.replace(1, 1, new (Object.getPrototypeOf(doc.slice(0, 0)).constructor)(
    schema.nodes.paragraph.create(null, schema.text('x')).content, 0, 0));
  assert.deepEqual(blocksOf(edited), [{ type: 'paragraph', text: 'x甲' }, blocks[1]]);
});
