import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, documentOf } from '../blocks.js';
import { linesOf, measure, positionOf } from '../places.js';
import { markerOf } from '../markers.js';
import { body, random } from './random.js';

test('a place is found by line and code points', () => {
  const r = random();
  let compared = 0;
  for (let i = 0; i < 1_000; i++) {
    const doc = documentOf(body(r).filter(block => !(block.rows && block.text !== undefined)));
    const lines = blocksOf(doc).flatMap(block => linesOf(block).map(line => [line, block.items ? markerOf(line)?.text ?? '' : '']));
    lines.forEach(([line, marker], n) => {
      const points = [...line];
      for (let offset = marker.length; offset < points.length; offset++) {
        if (points[offset] === '\t') continue;
        const at = positionOf(doc, n + 1, offset);
        assert.equal(doc.textBetween(at, at + points[offset].length), points[offset]);
        compared++;
      }
    });
  }
  assert.ok(compared > 10_000);
});

test('a place outside the text is the nearest one', () => {
  const doc = documentOf([{ type: 'paragraph', text: '甲乙' }]);
  assert.deepEqual([positionOf(doc, 0, 0), positionOf(doc, 9, 9), positionOf(documentOf([]), 1, 0)], [1, 3, null]);
});

test('characters are counted as Body.characters() does', () => {
  const doc = documentOf([
    { type: 'paragraph', text: '𠮷 字\n二' }, { type: 'list', items: ['1. a', '- b'] },
    { type: 'table', rows: [['a', 'bc'], ['', 'd']] }, { type: 'figure', image: { url: '/a.png' } },
  ]);
  const { characters, parts } = measure(doc);
  assert.deepEqual({ characters, parts }, { characters: 4 + 7 + 6, parts: 1 + 3 + 5 + 1 });
});

test('what is unchanged is not measured again', () => {
  const doc = documentOf(Array.from({ length: 10_000 }, (_, i) => ({ type: 'paragraph', text: `${i}`.padEnd(100, '字') })));
  const begin = performance.now();
  assert.equal(measure(doc).characters, 1_000_000);
  const first = performance.now() - begin;
  measure(doc);
  assert.ok(performance.now() - begin - first < first / 5);
});
