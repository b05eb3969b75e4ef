import { blockOf } from './blocks.js';
import { index, isBlank, length } from './rules.js';
import { schema } from './schema.js';

// Lines of the body text as Body.lines() counts them, and how long the body is.

const { nodes } = schema;
const sizes = new WeakMap();
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Lines of a block, as Block.lines(). */
export function linesOf(block) {
  if (block.text !== undefined) return block.text.split('\n');
  return block.items ?? (block.rows ?? []).map(row => row.join('\t'));
}

function sizeOf(node) {
  if (!sizes.has(node)) {
    const block = blockOf(node);
    const lines = block ? linesOf(block) : [];
    const parts = block ? 1 + (block.items?.length ?? 0) + (block.rows ?? []).flat().length : 0;
    const characters = lines.reduce((sum, line) => sum + length(line), 0);
    sizes.set(node, { characters, words: lines.reduce((sum, line) => sum + wordsIn(line), 0), parts });
  }
  return sizes.get(node);
}

function wordsIn(line) {
  let words = 0;
  for (const segment of segmenter.segment(line)) words += segment.isWordLike ? 1 : 0;
  return words;
}

/** Code points and words of the text, and the number of blocks, items and cells. */
export function measure(doc) {
  const sum = { characters: 0, words: 0, parts: 0 };
  doc.forEach(node => {
    const size = sizeOf(node);
    for (const key of Object.keys(sum)) sum[key] += size[key];
  });
  return sum;
}

/**
 * Position in the document of a place in the body text.
 *
 * `line` counts the lines of the body from 1 and `offset` the code points left of the place, as
 * joins and findings of imports do. A place outside the text is the nearest one inside; null for a
 * document without text.
 */
export function positionOf(doc, line, offset) {
  const spans = lineRanges(doc);
  if (!spans.length) return null;
  const at = Math.max(1, Math.min(spans.length, line)) - 1;
  const { from, to, skipped } = spans[at];
  return from + unitsOf(doc, from, to, Math.max(0, offset - skipped));
}

function unitsOf(doc, from, to, points) {
  const text = doc.textBetween(from, to, '\t', '\n');
  const at = index(text, points);
  // Between cells the text has one character and the document two borders.
  const borders = text.slice(0, at).split('\t').length - 1;
  return at + borders;
}

/** Start and end of each line; `skipped` is the length of the marker in front of an item. */
function lineRanges(doc) {
  const ranges = [];
  doc.forEach((node, at) => {
    if (!blockOf(node)) return;
    if (node.type === nodes.list) {
      node.forEach((item, offset) => {
        const from = at + 2 + offset;
        const skipped = length(item.attrs.marker);
        if (!isBlank(item.textContent)) ranges.push({ from, to: from + item.content.size, skipped });
      });
    } else if (node.type === nodes.table) {
      node.forEach((row, offset) => {
        const from = Math.min(at + 3 + offset, at + 1 + offset + row.nodeSize - 1);
        ranges.push({ from, to: Math.max(from, at + offset + row.nodeSize - 1), skipped: 0 });
      });
    } else if (node.isTextblock && !(node.type === nodes.figure && isBlank(node.textContent))) {
      pushLines(ranges, node, at + 1);
    } else if (node.type === nodes.unknown) {
      linesOf(blockOf(node)).forEach(() => ranges.push({ from: at, to: at, skipped: 0 }));
    }
  });
  return ranges;
}

function pushLines(ranges, node, start) {
  let from = start;
  node.forEach((part, offset) => {
    if (part.type === nodes.hard_break) {
      ranges.push({ from, to: start + offset, skipped: 0 });
      from = start + offset + 1;
    }
  });
  ranges.push({ from, to: start + node.content.size, skipped: 0 });
}

/**
 * The selection as the number of its block, from 0, and code points of the block's text; null when
 * it is empty, or not within one block of text.
 */
export function passageOf({ doc, selection: { $from, $to, from, to, empty } }) {
  const at = $from.index(0);
  const node = doc.maybeChild(at);
  if (empty || at !== $to.index(0) || !node?.isTextblock || !blockOf(node)) return null;
  const begin = $from.start(1);
  const before = length(doc.textBetween(begin, from, '', '\n'));
  const index = doc.children.slice(0, at).filter(other => blockOf(other)).length;
  return { index, start: before, end: before + length(doc.textBetween(from, to, '', '\n')) };
}
