import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditorState, TextSelection } from 'prosemirror-state';
import { blocksOf, documentOf } from '../blocks.js';
import { backspaceItem, indent, numbering, splitItem, toggleList } from '../lists.js';
import { levelsOf, renumbered } from '../markers.js';
import { random } from './random.js';

/** A state whose selection is between the two first | of the texts. */
function stateOf(...blocks) {
  const doc = documentOf(blocks);
  const places = [];
  doc.descendants((node, at) => {
    if (node.isText) [...node.text.matchAll(/\|/g)].forEach(found => places.push(at + found.index));
  });
  let state = EditorState.create({ doc, plugins: [numbering] });
  const tr = state.tr;
  places.reverse().forEach(at => tr.delete(at, at + 1));
  state = state.apply(tr);
  const [from, to = from] = places.reverse().map((at, i) => at - i);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

const run = (state, ...commands) => commands.reduce((now, command) => {
  let next = now;
  command(now, tr => (next = now.apply(tr)));
  return next;
}, state);
const type = text => (state, dispatch) => dispatch(state.tr.insertText(text));
const items = state => blocksOf(state.doc).map(block => block.items ?? block.text);
const list = (...texts) => ({ type: 'list', items: texts });

test('paragraphs become a list and a list becomes paragraphs', () => {
  const state = stateOf({ type: 'paragraph', text: 'a|\nb' }, { type: 'paragraph', text: '|c' });
  const numbered = run(state, toggleList(true));
  assert.deepEqual(items(numbered), [['1. a', '2. b', '3. c']]);
  assert.deepEqual(items(run(numbered, toggleList(false))), [['- a', '- b', '- c']]);
  assert.deepEqual(items(run(numbered, toggleList(true))), ['a', 'b', 'c']);
});

test('Enter continues the numbers, and an empty item leaves the list', () => {
  const state = run(stateOf(list('7. a|', '8. c')), splitItem, type('b'));
  assert.deepEqual(items(state), [['7. a', '8. b', '9. c']]);
  const left = run(state, splitItem, splitItem, type('x'));
  assert.deepEqual(items(left), [['7. a', '8. b'], 'x', ['7. c']]);
});

test('a deleted item closes the gap, also the first one', () => {
  const state = stateOf(list('3. |a', '4. b', '5. c'));
  assert.deepEqual(items(run(state, backspaceItem, (s, d) => d(s.tr.delete(0, s.doc.firstChild.nodeSize)))), [['3. b', '4. c']]);
});

test('inner items have markers of their own and come back to the outer numbers', () => {
  const inner = run(stateOf(list('1. a', '2. b|', '3. c')), indent(1));
  assert.deepEqual(items(inner), [['1. a', '1) b', '2. c']]);
  assert.deepEqual(items(run(inner, toggleList(false))), [['1. a', '- b', '2. c']]);
  assert.deepEqual(items(run(inner, toggleList(false), splitItem, type('x'), indent(1), type('y'))), [['1. a', '- b', '* xy', '2. c']]);
  assert.deepEqual(items(run(inner, indent(-1))), [['1. a', '2. b', '3. c']]);
  assert.equal(indent(1)(stateOf(list('- a|')), null), false);
});

test('levels follow from markers', () => {
  assert.deepEqual(levelsOf(['1. ', '- ', '- ', '* ', '2. ', '', '3. ', '1. ']), [0, 1, 1, 2, 0, 0, 0, 1]);
});

test('typing in a list changes none of its markers, whatever they are', () => {
  const r = random();
  for (let i = 0; i < 500; i++) {
    const texts = r.many(1, 8, () => r.pick(['1. ', '2. ', '3) ', '- ', '* ', '一、', '', '10. ']) + 'x');
    const doc = documentOf([list(...texts)]);
    let state = EditorState.create({ doc, plugins: [numbering] });
    state = state.apply(state.tr.insertText('y', 2));
    const expected = [texts[0].replace(/(x)$/, ''), ...texts.slice(1)];
    assert.deepEqual(items(state)[0].slice(1), expected.slice(1));
  }
});

test('numbering is stable', () => {
  const r = random();
  for (let i = 0; i < 2_000; i++) {
    const markers = r.many(1, 10, () => r.pick(['1. ', '2. ', '3) ', '- ', '* ', '', '10. ']));
    const levels = levelsOf(markers);
    const once = renumbered(markers.map((marker, k) => ({ marker, level: levels[k], start: Number.parseInt(marker, 10) || 1 })));
    assert.deepEqual(once.map(item => item.level), levelsOf(once.map(item => item.marker)));
  }
});
