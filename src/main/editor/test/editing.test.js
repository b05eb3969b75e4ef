import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fragment, Slice } from 'prosemirror-model';
import { Plugin, TextSelection } from 'prosemirror-state';
import { blocksOf, nodesOf } from '../blocks.js';
import { insertTable, setBlock, toggle } from '../commands.js';
import { fitted } from '../clipboard.js';
import { indent, toggleList } from '../lists.js';
import { isLink, isPicture } from '../rules.js';
import { schema } from '../schema.js';
import { stateOf } from '../state.js';
import { tableCommands } from '../tables.js';
import { body, random } from './random.js';

const { nodes } = schema;
const ask = { link: () => false, picture: () => false, toolbar: () => false };
const parts = { ask, uploads: { plugin: () => new Plugin({}) } };

/** Runs the first binding of a key that applies, as the view does. */
const press = (key, modifiers = {}) => (state, dispatch) => {
  const event = { key, keyCode: 0, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers };
  const view = { state, dispatch, endOfTextblock: direction => {
    const { $head } = state.selection;
    return direction === 'backward' ? $head.parentOffset === 0 : $head.parentOffset === $head.parent.content.size;
  } };
  return state.plugins.some(plugin => plugin.props.handleKeyDown?.call(plugin, view, event));
};

const COMMANDS = [
  press('Enter'), press('Enter'), press('Backspace'), press('Backspace'), press('Delete'), press('Enter', { shiftKey: true }),
  press('z', { ctrlKey: true }), press('y', { ctrlKey: true }), toggleList(true), toggleList(false), indent(1), indent(-1),
  setBlock(nodes.paragraph), setBlock(nodes.heading, { level: 3 }), setBlock(nodes.quote), toggle('strong'), toggle('em'),
  insertTable, ...Object.values(tableCommands),
];

function select(r, state) {
  const at = () => state.doc.resolve(r.below(state.doc.content.size + 1));
  const anchor = at();
  const head = r.chance(0.5) ? anchor : r.chance(0.7) ? state.doc.resolve(Math.min(state.doc.content.size, anchor.pos + r.below(12))) : at();
  return state.tr.setSelection(TextSelection.between(anchor, head));
}

/** What BlockRules of package org.yujian.body asks for. */
function assertStorable(block) {
  const lines = block.items ?? (block.rows ? block.rows.map(row => row.join('\t')) : block.text === undefined ? [] : [block.text]);
  const length = [...lines.join('\n')].length;
  if (block.type === 'list') assert.ok(block.items.length);
  if (block.type === 'table') assert.ok(block.rows.length);
  if (block.type === 'figure') assert.ok(block.text ?? block.image);
  if (block.type === 'heading') assert.ok([2, 3, 4].includes(block.level));
  for (const line of block.rows ? [] : lines) assert.match(line, /\S/u);
  const several = ['paragraph', 'quote'].includes(block.type);
  for (const line of block.rows?.flat() ?? lines) assert.doesNotMatch(several ? line.replaceAll('\n', '') : line, /\p{Cc}/u);
  if (block.image) assert.ok(isPicture(block.image.url));
  for (const { start, end, kind, href } of block.spans ?? []) {
    assert.ok(start >= 0 && start < end && end <= length, JSON.stringify(block));
    assert.equal(kind === 'link' ? isLink(href) : ['strong', 'em'].includes(kind) && href === undefined, true);
  }
  for (const { row, cell, rowspan = 2, colspan = 2 } of block.cells ?? []) {
    assert.notEqual(block.rows[row]?.[cell], undefined);
    assert.ok(rowspan > 1 && rowspan <= 100 && colspan > 1 && colspan <= 100);
  }
}

test('whatever is done, the document fits the schema and its value can be stored and read again', () => {
  const r = random();
  let edits = 0;
  for (let i = 0; i < 100; i++) {
    let state = stateOf(body(r), parts);
    for (let step = 0; step < 40; step++) {
      state = state.apply(select(r, state));
      if (r.chance(0.2)) {
        state = state.apply(state.tr.insertText(r.pick(['字', 'a ', '\u0007', '1. ', '𠮷'])));
      } else if (r.chance(0.15)) {
        const pasted = Slice.maxOpen(Fragment.from(nodesOf(body(r), false)), false);
        state = state.apply(state.tr.replaceSelection(fitted(pasted, state)));
      } else {
        r.pick(COMMANDS)(state, tr => (state = state.apply(tr)));
      }
      edits++;
      state.doc.check();
      const blocks = blocksOf(state.doc);
      blocks.filter(block => block.type !== 'table' || block.text === undefined).forEach(assertStorable);
      if (step % 10 === 0) {
        assert.deepEqual(blocksOf(stateOf(blocks, parts).doc), blocks);
      }
    }
  }
  assert.equal(edits, 100 * 40);
});
