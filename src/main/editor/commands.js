import {
  baseKeymap, chainCommands, createParagraphNear, deleteSelection, joinBackward, joinTextblockBackward,
  selectNodeBackward, splitBlock, toggleMark,
} from 'prosemirror-commands';
import { closeHistory, redo, undo } from 'prosemirror-history';
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { Selection, TextSelection } from 'prosemirror-state';
import { CellSelection, goToNextCell, isInTable, nextCell, selectionCell } from 'prosemirror-tables';
import { backspaceItem, indent, isActive, listAt, splitItem, textRange, toggleList } from './lists.js';
import { schema } from './schema.js';
import { after, appended } from './tables.js';

const { nodes, marks } = schema;

/** Makes the selected text blocks paragraphs, headings or a quote; a second time paragraphs. */
export const setBlock = (type, attrs) => (state, dispatch) => {
  if (listAt(state)) {
    let lifted = null;
    toggleOffList(state, tr => (lifted = tr));
    if (!lifted || type === nodes.paragraph) return lifted ? (dispatch?.(lifted), true) : false;
    const inside = setBlock(type, attrs);
    return inside(after(lifted), dispatch && (tr => dispatch(appended(lifted, tr))));
  }
  const { from, to } = state.selection;
  const tr = state.tr;
  const to2 = isBlock(state, type, attrs) ? nodes.paragraph : type;
  state.doc.forEach((node, at) => {
    const inside = at < to && at + node.nodeSize > from || from === to && at < from && at + node.nodeSize > from;
    if (inside && [nodes.paragraph, nodes.heading, nodes.quote].includes(node.type)) {
      if (to2 === nodes.heading) breaksToSpaces(tr, node, at);
      tr.setNodeMarkup(at, to2, to2 === nodes.heading ? attrs : null);
    }
  });
  if (!tr.docChanged) return false;
  if (dispatch) dispatch(tr.scrollIntoView());
  return true;
};

const toggleOffList = (state, dispatch) => toggleList(isActive(state, true))(state, dispatch);

function breaksToSpaces(tr, node, at) {
  node.forEach((part, offset) => {
    if (part.type === nodes.hard_break) {
      tr.replaceWith(at + 1 + offset, at + 2 + offset, schema.text(' ', part.marks));
    }
  });
}

export function isBlock(state, type, attrs) {
  const { parent } = textRange(state).$from;
  return parent.type === type && (!attrs || parent.attrs.level === attrs.level);
}

export function isMarked(state, type) {
  const { from, to, $from, empty } = textRange(state);
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

/** A line break where the block may have one; in a quote also by Enter. */
export function lineBreak(state, dispatch) {
  const { $from } = state.selection;
  const hasBreaks = [nodes.paragraph, nodes.quote].includes($from.parent.type);
  if (hasBreaks && dispatch) {
    dispatch(state.tr.replaceSelectionWith(nodes.hard_break.create(), true).scrollIntoView());
  }
  return hasBreaks;
}

function enterInQuote(state, dispatch) {
  const { $from, empty } = state.selection;
  if ($from.parent.type !== nodes.quote) return false;
  const leaves = empty && $from.parentOffset === $from.parent.content.size
    && (!$from.nodeBefore || $from.nodeBefore.type === nodes.hard_break);
  if (!leaves) return lineBreak(state, dispatch);
  if (dispatch) {
    const tr = state.tr;
    if ($from.nodeBefore) tr.delete($from.pos - 1, $from.pos);
    const at = tr.mapping.map($from.after());
    tr.insert(at, nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
  }
  return true;
}

function cellBelow(state, dispatch) {
  const below = nextCell(selectionCell(state), 'vert', 1);
  if (below && dispatch) {
    dispatch(state.tr.setSelection(TextSelection.create(state.doc, below.pos + 1 + below.nodeAfter.content.size)).scrollIntoView());
  }
  return true;
}

/** Shift and an arrow key at the border of a cell select whole cells. */
const selectCells = (axis, by) => (state, dispatch) => {
  const { selection: { $head, empty } } = state;
  if (!isInTable(state) || state.selection instanceof CellSelection) return false;
  const border = by < 0 ? 0 : $head.parent.content.size;
  if (axis === 'horiz' && $head.parentOffset !== border) return false;
  const cell = selectionCell(state);
  const next = empty && axis === 'horiz' && $head.parent.content.size ? cell : nextCell(cell, axis, by) ?? cell;
  if (dispatch) dispatch(state.tr.setSelection(new CellSelection(cell, next)));
  return true;
};

/** Enter behind a heading or in a caption begins a paragraph; in a cell it goes down. */
function enterBehind(state, dispatch) {
  const { $from } = state.selection;
  const { parent } = $from;
  if (isInTable(state)) return cellBelow(state, dispatch);
  const behind = parent.type === nodes.figure
    || (parent.type === nodes.heading && $from.parentOffset === parent.content.size && state.selection.empty);
  if (!behind) return false;
  if (dispatch) {
    const at = $from.after(1);
    const tr = state.tr.insert(at, nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
  }
  return true;
}

/** Backspace at the start of a heading or quote makes it a paragraph. */
function plainAtStart(state, dispatch) {
  const { $from, empty } = state.selection;
  const styled = [nodes.heading, nodes.quote].includes($from.parent.type);
  if (!empty || $from.parentOffset > 0 || !styled) return false;
  if (dispatch) dispatch(state.tr.setNodeMarkup($from.before(), nodes.paragraph));
  return true;
}

export function insertTable(state, dispatch) {
  const { $from } = state.selection;
  if (isInTable(state) || $from.depth === 0) return false;
  if (dispatch) {
    const row = type => nodes.table_row.create(null, Array.from({ length: 3 }, () => type.create()));
    const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
    dispatch(insertBlock(state.tr, table, 3));
  }
  return true;
}

/** Puts a block behind the current one, or in its place if that is empty; one step for undo. */
export function insertBlock(tr, node, inside) {
  const { $from } = tr.selection;
  const empty = $from.depth === 1 && $from.parent.type === nodes.paragraph && $from.parent.content.size === 0;
  const at = $from.depth === 0 ? $from.pos : empty ? $from.before(1) : $from.after(1);
  if (empty) tr.replaceWith(at, at + $from.parent.nodeSize, node);
  else tr.insert(at, node);
  const end = at + node.nodeSize;
  if (end === tr.doc.content.size) tr.insert(end, nodes.paragraph.create());
  return closeHistory(tr).setSelection(Selection.near(tr.doc.resolve(at + inside))).scrollIntoView();
}

export const history = { undo, redo };

export const toggle = name => toggleMark(marks[name]);

/** Keys of the text; `ask` opens the dialogs. */
export function keys(ask) {
  const backspace = chainCommands(undoInputRule, deleteSelection, backspaceItem, plainAtStart, joinBackward,
    joinTextblockBackward, selectNodeBackward);
  return [
    keymap({
      'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
      'Mod-b': toggle('strong'), 'Mod-i': toggle('em'), 'Mod-k': ask.link,
      'Mod-Alt-0': setBlock(nodes.paragraph),
      'Mod-Alt-2': setBlock(nodes.heading, { level: 2 }),
      'Mod-Alt-3': setBlock(nodes.heading, { level: 3 }),
      'Mod-Alt-4': setBlock(nodes.heading, { level: 4 }),
      'Mod-Shift-7': toggleList(true), 'Mod-Shift-8': toggleList(false), 'Mod-Shift-9': setBlock(nodes.quote),
      'Mod-]': indent(1), 'Mod-[': indent(-1),
      Enter: chainCommands(splitItem, enterInQuote, enterBehind, createParagraphNear, splitBlock),
      'Shift-Enter': chainCommands(lineBreak, () => true), 'Mod-Enter': chainCommands(lineBreak, () => true),
      Backspace: backspace, 'Mod-Backspace': backspace, 'Shift-Backspace': backspace,
      'Shift-ArrowLeft': selectCells('horiz', -1), 'Shift-ArrowRight': selectCells('horiz', 1),
      'Shift-ArrowUp': selectCells('vert', -1), 'Shift-ArrowDown': selectCells('vert', 1),
      Tab: goToNextCell(1), 'Shift-Tab': goToNextCell(-1),
      'Alt-F10': ask.toolbar,
    }),
    keymap(baseKeymap),
    rules(),
  ];
}

/** Markdown at the start of a paragraph: "## ", "> ", "- " and "1. ". */
function rules() {
  const list = (pattern, ordered) => new InputRule(pattern, (state, match, start, end) => {
    const { $from } = state.selection;
    if ($from.parent.type !== nodes.paragraph) return null;
    let made = null;
    const tr = state.tr.delete(start, end);
    toggleList(ordered)(after(tr), next => (made = appended(tr, next)));
    return made;
  });
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, match => ({ level: match[1].length })),
      textblockTypeInputRule(/^>\s$/, nodes.quote),
      list(/^[-*]\s$/, false),
      list(/^1[.)]\s$/, true),
    ],
  });
}
