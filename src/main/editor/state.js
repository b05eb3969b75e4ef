import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { closeHistory, history } from 'prosemirror-history';
import { EditorState, Plugin } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { documentOf } from './blocks.js';
import { keys } from './commands.js';
import { numbering } from './lists.js';
import { positionOf } from './places.js';
import { schema } from './schema.js';
import { rectangles } from './tables.js';

/** A new state of an editor, without history. */
export const stateOf = (blocks, { ask, uploads }) => EditorState.create({
  doc: documentOf(blocks),
  plugins: [
    ...keys(ask), history(), numbering, uploads.plugin(), rectangles, tableEditing({ allowTableNodeSelection: true }), highlights(), gapCursor(),
    dropCursor({ color: false, class: 'yj-drop' }),
  ],
});

/** A transaction that marks the places and no others. */
export function highlighted({ doc, tr }, places) {
  const marks = places.flatMap(({ paragraph, offset = 0, length = 1, kind = 'yj-found' }) => {
    const [from, to] = [offset, offset + length].map(at => positionOf(doc, paragraph, at));
    return from === null || from >= to ? [] : [Decoration.inline(from, to, { class: kind })];
  });
  return tr.setMeta('highlight', DecorationSet.create(doc, marks));
}

/** The link at the cursor, or the selection. */
export function linkAt({ selection }) {
  const { $from, from, to } = selection;
  let found = { from, to, href: null };
  $from.parent.forEach((part, offset) => {
    const start = $from.start() + offset;
    const mark = part.isInline && schema.marks.link.isInSet(part.marks);
    if (mark && start <= from && start + part.nodeSize >= to) {
      found = { from: start, to: start + part.nodeSize, href: mark.attrs.href };
    }
  });
  return found;
}

/** Replaces or removes a figure after its dialog. */
export function changedFigure(tr, { node, at }, { remove, upload, alt, caption }) {
  const end = at + node.nodeSize;
  closeHistory(tr);
  if (remove) return tr.delete(at, end);
  const image = node.attrs.image && { ...node.attrs.image, alt };
  const content = caption === node.textContent ? node.content : caption ? schema.text(caption) : null;
  return tr.replaceWith(at, end, node.type.create({ ...node.attrs, image, upload }, content));
}

function highlights() {
  return new Plugin({
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => tr.getMeta('highlight') ?? set.map(tr.mapping, tr.doc),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}
