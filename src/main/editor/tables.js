import { EditorState, Plugin, Selection } from 'prosemirror-state';
import {
  addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, isInTable,
  mergeCells, splitCell, toggleHeaderCell,
} from 'prosemirror-tables';
import { schema } from './schema.js';

const { nodes } = schema;

/** The state that a transaction leads to, without what plugins would add to it. */
export const after = ({ doc, selection }) => EditorState.create({ doc, selection });

/** One transaction for the steps of two. */
export function appended(first, second) {
  second.steps.forEach(step => first.step(step));
  return first.setSelection(Selection.fromJSON(first.doc, second.selection.toJSON())).scrollIntoView();
}

/**
 * Makes edited tables rectangular, which stored ones need not be: covers nothing outside the table
 * and nothing twice, leaves out columns in which no cell begins, and fills rows with empty cells.
 */
export const rectangles = new Plugin({
  appendTransaction(transactions, before, now) {
    if (!transactions.some(each => each.docChanged)) return null;
    const known = new Set(before.doc.children);
    const { tr } = now;
    now.doc.forEach((node, at) => {
      if (node.type === nodes.table && !known.has(node)) rectangular(tr, node, tr.mapping.map(at));
    });
    return tr.docChanged ? tr : null;
  },
});

function rectangular(tr, table, at) {
  const { placed, width } = layout(table);
  const used = table.children.map(() => 0);
  placed.forEach(({ row, rowspan, colspan }) => {
    for (let i = row; i < row + rowspan; i++) used[i] += colspan;
  });
  const rows = [];
  table.forEach((row, offset) => rows.push({ row, at: at + 1 + offset }));
  for (let i = rows.length - 1; i >= 0; i--) {
    const { row, at: start } = rows[i];
    const type = row.childCount && row.children.every(cell => cell.type === nodes.table_header) ? nodes.table_header : nodes.table_cell;
    const missing = Array.from({ length: width - used[i] }, () => type.create());
    if (missing.length) tr.insert(start + row.nodeSize - 1, missing);
    placed.filter(each => each.row === i).forEach(({ cell, offset, rowspan, colspan }) => {
      const { attrs } = cell;
      if (attrs.rowspan !== rowspan || attrs.colspan !== colspan) {
        tr.setNodeMarkup(start + 1 + offset, null, { ...attrs, rowspan, colspan });
      }
    });
  }
}

/** Places the cells as browsers do and counts only the columns in which one begins. */
function layout(table) {
  const taken = table.children.map(() => []);
  const placed = [];
  table.forEach((row, _, i) => {
    let column = 0;
    row.forEach((cell, offset) => {
      while (taken[i][column]) column++;
      const rowspan = Math.max(1, Math.min(cell.attrs.rowspan, table.childCount - i));
      let colspan = 1;
      while (colspan < cell.attrs.colspan && !taken[i][column + colspan]) colspan++;
      for (let k = i; k < i + rowspan; k++) taken[k].length = Math.max(taken[k].length, column + colspan);
      for (let k = i; k < i + rowspan; k++) taken[k].fill(true, column, column + colspan);
      placed.push({ cell, row: i, offset, rowspan, colspan, column });
      column += colspan;
    });
  });
  const begun = new Set(placed.map(({ column }) => column));
  const counts = [0];
  const widest = Math.max(1, ...taken.map(row => row.length));
  for (let c = 0; c < widest; c++) counts.push(counts[c] + (begun.has(c) ? 1 : 0));
  placed.forEach(each => (each.colspan = counts[each.column + each.colspan] - counts[each.column]));
  return { placed, width: Math.max(1, begun.size) };
}

/** A command for a table that is first made rectangular. */
const inTable = command => (state, dispatch) => {
  const { $from, $to } = state.selection;
  const table = $from.node(1);
  if (table?.type !== nodes.table || $to.node(1) !== table || !isInTable(state)) return false;
  const { tr } = state;
  rectangular(tr, table, $from.before(1));
  if (!tr.docChanged) return command(state, dispatch);
  return command(after(tr), dispatch && (next => dispatch(appended(tr, next))));
};

export const tableCommands = {
  rowBefore: inTable(addRowBefore), rowAfter: inTable(addRowAfter), deleteRow: inTable(deleteRow),
  columnBefore: inTable(addColumnBefore), columnAfter: inTable(addColumnAfter), deleteColumn: inTable(deleteColumn),
  merge: inTable(mergeCells), split: inTable(splitCell), header: inTable(toggleHeaderCell), deleteTable: inTable(deleteTable),
};
