import { Fragment } from 'prosemirror-model';
import { hasControls, index, isBlank, isLink, isPicture, length, plain } from './rules.js';
import { levelsOf, markerOf } from './markers.js';
import { schema } from './schema.js';

// Blocks (JSON of the API) to a document and back.

/** The nodes that were made from a block, to recognize unchanged ones. */
const originals = new WeakMap();
const written = new WeakMap();

const KINDS = ['strong', 'em', 'link'];
const { nodes, marks } = schema;

/** The document of a list of blocks; an empty list gives an empty paragraph. */
export function documentOf(blocks) {
  const made = nodesOf(blocks);
  return nodes.doc.create(null, made.length ? made : nodes.paragraph.create());
}

/** @param keep whether unchanged nodes give these blocks again, with their ids and pictures */
export const nodesOf = (blocks, keep = true) => blocks.map(block => nodeOf(block, keep));

function nodeOf(block, keep) {
  const source = keep && isStorable(block) ? structuredClone(block) : null;
  const node = READ[block.type]?.(block, source) ?? nodes.unknown.create({ source: source ?? block });
  if (source) originals.set(source, node);
  return node;
}

/** Bodies of imports may contain TABs, which the desk does not take. */
function isStorable(block) {
  const words = [...(block.items ?? []), ...(block.rows ?? []).flat()];
  return !words.some(hasControls) && !hasControls((block.text ?? '').replace(/[\n\t]/g, ''))
    && (block.type === 'table' || !block.text?.includes('\t'));
}

const READ = {
  paragraph: (block, source) => nodes.paragraph.create({ source }, lines(block)),
  quote: (block, source) => nodes.quote.create({ source }, lines(block)),
  heading: (block, source) => nodes.heading.create({ source, level: block.level }, line(block)),
  list: listOf,
  table: tableOf,
  figure: (block, source) => nodes.figure.create(
    { source, image: block.image ? structuredClone(block.image) : null, upload: block.upload ?? null },
    line(block)),
};

const lines = block => inline(block.text ?? '', block.spans ?? [], 0, true);
const line = block => inline(block.text ?? '', block.spans ?? [], 0, false);

function listOf(block, source) {
  const markers = block.items.map(item => markerOf(item)?.text ?? '');
  const levels = levelsOf(markers);
  const starts = [];
  let from = 0;
  const items = block.items.map((item, i) => {
    const marker = markers[i];
    const level = levels[i];
    const number = markerOf(marker)?.number ?? -1;
    starts.length = Math.min(starts.length, level + 1);
    starts[level] ??= number < 0 ? 1 : number;
    const content = inline(item.slice(marker.length), block.spans ?? [], from + length(marker), false);
    from += length(item) + 1;
    return nodes.list_item.create({ marker, level, start: starts[level] }, content);
  });
  return items.length ? nodes.list.create({ source }, items) : null;
}

function tableOf(block, source) {
  let from = 0;
  const rows = block.rows.map((row, i) => {
    const cells = row.map((text, k) => {
      const special = (block.cells ?? []).find(each => each.row === i && each.cell === k) ?? {};
      const content = inline(text, block.spans ?? [], from, false);
      from += length(text) + 1;
      const type = special.header ? nodes.table_header : nodes.table_cell;
      return type.create({ colspan: special.colspan ?? 1, rowspan: special.rowspan ?? 1 }, content);
    });
    from += row.length ? 0 : 1;
    return nodes.table_row.create(null, cells);
  });
  return rows.length ? nodes.table.create({ source }, rows) : null;
}

/** Text with marks; `from` is the position of the text in the lines that the spans count. */
function inline(text, spans, from, severalLines) {
  const end = from + length(text);
  const cuts = new Set([0, end - from]);
  const inside = spans.filter(span => span.start < end && span.end > from);
  for (const { start, end: stop } of inside) {
    cuts.add(Math.max(0, start - from)).add(Math.min(end, stop) - from);
  }
  const parts = [];
  let at = 0;
  let seen = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const to = at + index(text.slice(at), cut - seen);
    if (to > at) parts.push(...marked(text.slice(at, to), marksAt(inside, from + seen), severalLines));
    at = to;
    seen = cut;
  }
  return Fragment.from(parts);
}

function marksAt(spans, at) {
  let set = [];
  for (const span of spans) {
    if (span.start <= at && span.end > at) {
      const link = span.kind === 'link';
      const known = link ? isLink(span.href) : marks[span.kind];
      if (known && !set.some(mark => mark.type.name === span.kind)) {
        set = marks[span.kind].create(link ? { href: span.href } : null).addToSet(set);
      }
    }
  }
  return set;
}

function marked(text, set, severalLines) {
  if (!severalLines) return [schema.text(plain(text), set)];
  return text.split('\n').flatMap((part, i) => [
    ...(i > 0 ? [nodes.hard_break.create(null, null, set)] : []),
    ...(part ? [schema.text(plain(part), set)] : []),
  ]);
}

/** The blocks of a document; what is blank has no block. */
export const blocksOf = doc => {
  const blocks = [];
  doc.forEach(node => {
    const block = blockOf(node);
    if (block) blocks.push(block);
  });
  return blocks;
};

/** The block of a top node, or null; treat it as constant. */
export function blockOf(node) {
  const { source } = node.attrs;
  if (source && (!originals.has(source) || originals.get(source).eq(node))) return source;
  if (!written.has(node)) written.set(node, WRITE[node.type.name](node));
  return written.get(node);
}

const WRITE = {
  paragraph: node => worded({ type: 'paragraph', ...text(node) }),
  quote: node => worded({ type: 'quote', ...text(node) }),
  heading: node => worded({ type: 'heading', level: node.attrs.level, ...text(node) }),
  list(node) {
    const items = node.children.filter(item => !isBlank(item.textContent));
    const { texts, spans } = words(items, item => item.attrs.marker);
    return items.length ? { type: 'list', items: texts, ...spans } : null;
  },
  table(node) {
    const { texts, spans } = words(node.children.flatMap(row => row.children.length ? row.children : [row]));
    const rows = node.children.map(row => {
      const taken = texts.splice(0, Math.max(1, row.childCount));
      return row.childCount ? taken : [];
    });
    const cells = node.children.flatMap((row, i) => row.children.map((cell, k) => special(cell, i, k)));
    const kept = cells.filter(cell => Object.keys(cell).length > 2);
    return {
      type: 'table',
      rows,
      ...spans,
      ...(kept.length && { cells: kept }),
    };
  },
  figure(node) {
    const { image } = node.attrs;
    const shown = image && isPicture(image.url) ? { image } : {};
    const caption = isBlank(node.textContent) ? {} : text(node);
    return shown.image || caption.text ? { type: 'figure', ...caption, ...shown } : null;
  },
  unknown: node => node.attrs.source,
};

const worded = block => (isBlank(block.text) ? null : block);

const special = (cell, row, at) => ({
  row,
  cell: at,
  ...(cell.type === nodes.table_header && { header: true }),
  ...(cell.attrs.rowspan > 1 && { rowspan: Math.min(100, cell.attrs.rowspan) }),
  ...(cell.attrs.colspan > 1 && { colspan: Math.min(100, cell.attrs.colspan) }),
});

function text(node) {
  const { texts, spans } = words([node]);
  return { text: texts[0], ...spans };
}

/** The texts of text blocks, each behind its prefix, and the spans of all, one character apart. */
function words(textblocks, prefix = () => '') {
  const spans = [];
  const open = {};
  let at = 0;
  const texts = textblocks.map(textblock => {
    let line = prefix(textblock);
    at += length(line);
    textblock.forEach(part => {
      if (!part.isInline) return;
      const piece = part.isText ? plain(part.text) : '\n';
      KINDS.forEach(kind => run(spans, open, kind, part.marks, at));
      line += piece;
      at += length(piece);
    });
    KINDS.forEach(kind => run(spans, open, kind, [], at));
    at++;
    return line;
  });
  spans.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
  return { texts, spans: spans.length ? { spans } : {} };
}

function run(spans, open, kind, set, at) {
  const mark = set.find(each => each.type.name === kind);
  const current = open[kind];
  if (current && !(mark && mark.attrs.href === current.href)) {
    spans.push({ ...current, end: at });
    open[kind] = null;
  }
  if (mark && !open[kind]) {
    open[kind] = { start: at, end: at, kind, ...(kind === 'link' && { href: mark.attrs.href }) };
  }
}
