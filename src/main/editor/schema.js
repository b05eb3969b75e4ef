import { Schema } from 'prosemirror-model';
import { isLink, isPicture } from './rules.js';

// What blocks cannot express is not in the schema. `source` is the block as the API gave it: as
// long as the node is unchanged, the value contains exactly that block.
const block = attrs => ({ source: { default: null }, ...attrs });
const spans = { colspan: { default: 1 }, rowspan: { default: 1 } };

function cell(tag, role) {
  return {
    content: 'text*',
    attrs: spans,
    tableRole: role,
    isolating: true,
    toDOM: ({ attrs }) => [
      tag,
      {
        colspan: attrs.colspan > 1 ? attrs.colspan : null,
        rowspan: attrs.rowspan > 1 ? attrs.rowspan : null,
      },
      0,
    ],
  };
}

/** Address of the picture in a width that suits the editor. */
export function shownAt(image) {
  const widths = image.widths ?? [];
  const width = widths.find(each => each >= 640) ?? widths.at(-1);
  const url = width === undefined ? image.url : image.url.replace('{w}', width);
  return isPicture(url) ? url : null;
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    content: '(text | hard_break)*',
    group: 'block',
    attrs: block(),
    toDOM: () => ['p', 0],
  },
  heading: {
    content: 'text*',
    group: 'block',
    attrs: block({ level: { default: 2 } }),
    defining: true,
    toDOM: node => [`h${node.attrs.level}`, 0],
  },
  quote: {
    content: '(text | hard_break)*',
    group: 'block',
    attrs: block(),
    defining: true,
    toDOM: () => ['blockquote', ['p', 0]],
  },
  list: {
    content: 'list_item+',
    group: 'block',
    attrs: block(),
    toDOM: () => ['ul', { role: 'list' }, 0],
  },
  // The marker is text of the item ("- ", "3. "), as blocks have it; items of inner lists follow
  // each other in one list and differ by their markers. `start` is the number of the first item
  // of a run, and `level` only indents.
  list_item: {
    content: 'text*',
    attrs: { marker: { default: '- ' }, start: { default: 1 }, level: { default: 0 } },
    defining: true,
    toDOM: ({ attrs }) => [
      'li',
      { 'data-marker': attrs.marker, 'data-level': attrs.level > 0 ? attrs.level : null },
      0,
    ],
  },
  table: {
    content: 'table_row+',
    group: 'block',
    attrs: block(),
    tableRole: 'table',
    isolating: true,
    toDOM: () => ['table', ['tbody', 0]],
  },
  table_row: {
    content: '(table_cell | table_header)*',
    tableRole: 'row',
    selectable: false,
    toDOM: () => ['tr', 0],
  },
  table_cell: cell('td', 'cell'),
  table_header: cell('th', 'header_cell'),
  // The text is the caption. `upload` names a file that is on its way.
  figure: {
    content: 'text*',
    group: 'block',
    attrs: block({ image: { default: null }, upload: { default: null } }),
    isolating: true,
    draggable: true,
    toDOM({ attrs: { image } }) {
      const src = image && shownAt(image);
      return src
        ? ['figure', ['img', { src, alt: image.alt ?? '' }], ['figcaption', 0]]
        : ['figure', ['figcaption', 0]];
    },
  },
  // A block of a newer release: shown, kept, not changed.
  unknown: {
    group: 'block',
    atom: true,
    attrs: block(),
    toDOM: ({ attrs: { source } }) => ['div', { class: 'yj-unknown' }, source?.text ?? source?.type ?? ''],
  },
  text: {},
  hard_break: { inline: true, selectable: false, toDOM: () => ['br'] },
};

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    toDOM: ({ attrs: { href } }) =>
      isLink(href) ? ['a', { href, rel: 'nofollow noopener noreferrer' }, 0] : ['span', 0],
  },
  strong: { toDOM: () => ['strong', 0] },
  em: { toDOM: () => ['em', 0] },
};

export const schema = new Schema({ nodes, marks });
