import { Plugin, Selection, TextSelection } from 'prosemirror-state';
import { freeMarker, isOrdered, markerOf, openKinds, renumbered, startOf } from './markers.js';
import { schema } from './schema.js';

// Commands for lists. A list is flat: its items carry their markers and levels.

const { nodes } = schema;
const attrsOf = list => list.children.map(item => item.attrs);
const shape = list => list.children.map(item => item.attrs.level + item.attrs.marker).join('\n');

/** Counts the items of a list again when an edit changed which items it has. */
export const numbering = new Plugin({
  appendTransaction(transactions, before, after) {
    if (!transactions.some(each => each.docChanged)) return null;
    const known = new Set(before.doc.children);
    const changed = after.doc.children.filter(node => node.type === nodes.list && !known.has(node));
    if (!changed.length) return null;
    const current = new Set(after.doc.children);
    const shapes = new Set(
      before.doc.children.filter(node => node.type === nodes.list && !current.has(node)).map(shape));
    const { tr } = after;
    after.doc.forEach((list, at) => {
      if (changed.includes(list) && !shapes.has(shape(list))) renumber(tr, list, at);
    });
    return tr.docChanged ? tr : null;
  },
});

function renumber(tr, list, at) {
  const numbers = renumbered(attrsOf(list));
  list.forEach((item, offset, i) => {
    const { marker, level } = numbers[i];
    if (marker !== item.attrs.marker || level !== item.attrs.level) {
      tr.setNodeMarkup(at + 1 + offset, null, { ...item.attrs, marker, level });
    }
  });
}

/** The selection from its first to its last text; that of the whole document starts in none. */
export function textRange({ selection }) {
  const { $from, $to } = selection;
  return {
    $from: $from.depth ? $from : Selection.near($from).$from,
    $to: $to.depth ? $to : Selection.near($to, -1).$to,
    empty: selection.empty,
    from: selection.from,
    to: selection.to,
  };
}

/** The list around the selection, and the indexes of the first and last selected item. */
export function listAt(state) {
  const { $from, $to } = textRange(state);
  const inside = $from.depth === 2 && $to.depth === 2 && $from.node(1).type === nodes.list;
  if (!inside || $from.before(1) !== $to.before(1)) return null;
  return { list: $from.node(1), at: $from.before(1), first: $from.index(1), last: $to.index(1) };
}

/** Indexes of the items in the runs of the selected items: same level, nothing outer between. */
function runs({ list, first, last }) {
  const items = attrsOf(list);
  const chosen = new Set();
  for (let i = first; i <= last; i++) {
    const { level } = items[i];
    for (const step of [-1, 1]) {
      for (let k = i; items[k] && items[k].level >= level; k += step) {
        if (items[k].level === level) chosen.add(k);
      }
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

export function isActive(state, ordered) {
  const found = listAt(state);
  const marker = found && found.list.child(found.first).attrs.marker;
  return Boolean(marker) && isOrdered(marker) === ordered;
}

/** Makes the selected blocks a list, changes the kind of a list, or makes its items paragraphs. */
export const toggleList = ordered => (state, dispatch) => {
  const found = listAt(state);
  if (!found) return wrap(state, dispatch, ordered);
  return isActive(state, ordered) ? lift(state, dispatch) : changeKind(state, dispatch, found, ordered);
};

function changeKind(state, dispatch, found, ordered) {
  const items = attrsOf(found.list).map(attrs => ({ ...attrs }));
  for (const i of runs(found)) {
    const around = openKinds(items, i).slice(0, items[i].level);
    const marker = freeMarker(around, ordered);
    if (!marker) return false;
    Object.assign(items[i], { marker, start: 1 });
  }
  if (dispatch) dispatch(withItems(state.tr, found, renumbered(items)).scrollIntoView());
  return true;
}

function withItems(tr, { list, at }, items) {
  list.forEach((item, offset, i) => tr.setNodeMarkup(at + 1 + offset, null, { ...item.attrs, ...items[i] }));
  return tr;
}

/** Moves the selected items one level in (+1) or out (-1). */
export const indent = by => (state, dispatch) => {
  const found = listAt(state);
  if (!found) return false;
  const items = attrsOf(found.list).map(attrs => ({ ...attrs }));
  for (let i = found.first; i <= found.last; i++) {
    const level = items[i].level + by;
    if (level < 0 || i === 0 || level > items[i - 1].level + 1) return false;
    const open = openKinds(items, i);
    const ordered = isOrdered(items[i].marker);
    const marker = markerFor(items, i, level, open) ?? freeMarker(open.slice(0, level), ordered)
      ?? freeMarker(open.slice(0, level), !ordered);
    if (!marker) return false;
    Object.assign(items[i], { level, marker, start: startOf(marker) });
  }
  if (dispatch) dispatch(withItems(state.tr, found, renumbered(items)).scrollIntoView());
  return true;
};

/** Marker of the run at this level that the item would continue; null if there is none. */
function markerFor(items, i, level, open) {
  if (level >= open.length) return null;
  for (let k = i - 1; k >= 0; k--) {
    if (items[k].level === level) return items[k].marker || null;
  }
  return null;
}

/** Ends the item at the cursor and begins the next one; an empty item leaves its list. */
export function splitItem(state, dispatch) {
  const { $from, $to } = state.selection;
  if ($from.parent.type !== nodes.list_item || !$from.sameParent($to)) return false;
  if ($from.parent.content.size === 0) return outdentOrLift(state, dispatch);
  if (dispatch) {
    const tr = state.tr.deleteSelection();
    const { attrs } = $from.parent;
    dispatch(tr.split(tr.selection.from, 1, [{ type: nodes.list_item, attrs }]).scrollIntoView());
  }
  return true;
}

export const outdentOrLift = (state, dispatch) => indent(-1)(state, dispatch) || lift(state, dispatch);

/** Backspace at the start of an item. */
export function backspaceItem(state, dispatch) {
  const { $from, empty } = state.selection;
  const atStart = empty && $from.parentOffset === 0 && $from.parent.type === nodes.list_item;
  return atStart && outdentOrLift(state, dispatch);
}

/** Makes the selected items paragraphs. */
export function lift(state, dispatch) {
  const found = listAt(state);
  if (!found) return false;
  const { list, first, last, at } = found;
  const rest = items => (items.length ? [nodes.list.create(null, numberedItems(items))] : []);
  const items = list.children;
  if (dispatch) {
    const plain = items.slice(first, last + 1).map(item => nodes.paragraph.create(null, item.content));
    const made = [...rest(items.slice(0, first)), ...plain, ...rest(items.slice(last + 1))];
    dispatch(rebuild(state, at, at + list.nodeSize, made));
  }
  return true;
}

function numberedItems(items) {
  const numbers = renumbered(items.map(item => item.attrs));
  return items.map((item, i) => nodes.list_item.create({ ...item.attrs, ...numbers[i] }, item.content));
}

function wrap(state, dispatch, ordered) {
  const { $from, $to } = textRange(state);
  if (!$from.depth || !$to.depth) return false;
  const tops = state.doc.children.slice($from.index(0), $to.index(0) + 1);
  const allowed = [nodes.paragraph, nodes.heading, nodes.quote, nodes.list];
  if (!tops.every(node => allowed.includes(node.type))) return false;
  if (dispatch) {
    const marker = freeMarker([], ordered);
    const attrs = { marker, start: 1, level: 0 };
    const items = tops.flatMap(node => node.type === nodes.list
      ? node.children
      : linesOf(node).map(content => nodes.list_item.create(attrs, content)));
    const before = $from.index(0) > 0 && state.doc.child($from.index(0) - 1);
    const joined = before && before.type === nodes.list && continues(before, marker) ? before : null;
    const all = [...(joined?.children ?? []), ...items];
    const from = $from.before(1) - (joined?.nodeSize ?? 0);
    dispatch(rebuild(state, from, $to.after(1), [nodes.list.create(null, numberedItems(all))]));
  }
  return true;
}

const continues = (list, marker) => markerOf(list.firstChild.attrs.marker)?.kind === markerOf(marker).kind;

/** The inline content of a text block, cut at its line breaks. */
function linesOf(node) {
  const lines = [[]];
  node.forEach(part => {
    if (part.type === nodes.hard_break) lines.push([]);
    else lines.at(-1).push(part);
  });
  return lines;
}

/** Replaces whole blocks by others with the same text and keeps the selection in that text. */
function rebuild(state, from, to, made) {
  const { anchor, head } = state.selection;
  const offsets = [anchor, head].map(pos => offsetOf(state.doc, from, to, pos));
  const tr = state.tr.replaceWith(from, to, made);
  const end = from + made.reduce((size, node) => size + node.nodeSize, 0);
  const [a, h] = offsets.map(offset => positionOf(tr.doc, from, end, offset));
  return tr.setSelection(TextSelection.between(tr.doc.resolve(a), tr.doc.resolve(h))).scrollIntoView();
}

/** Number of characters, line breaks and borders of text blocks left of a position. */
function offsetOf(doc, from, to, pos) {
  let offset = -1;
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isTextblock && at < pos) {
      offset += 1 + Math.max(0, Math.min(node.content.size, pos - at - 1));
    }
  });
  return Math.max(0, offset);
}

function positionOf(doc, from, to, offset) {
  let position = null;
  let left = offset;
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isTextblock && position === null) {
      if (left <= node.content.size) position = at + 1 + left;
      left -= node.content.size + 1;
    }
  });
  return position ?? to - 1;
}
