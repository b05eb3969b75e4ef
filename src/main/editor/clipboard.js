import { DOMSerializer, Fragment, Slice } from 'prosemirror-model';
import { isInTable } from 'prosemirror-tables';
import { nodesOf } from './blocks.js';
import { isOrdered, markerOf } from './markers.js';
import { PasteReader } from './paste.js';
import { schema } from './schema.js';
import { fileOf } from './uploads.js';

const { nodes } = schema;
const OWN_PICTURE = /^\/media\/[\w-]{22}\/[\w.{}-]{1,60}$/;

/** Properties of the view for pasting, dropping and copying. */
export function clipboard(editor) {
  let exact = false;
  return {
    transformPastedHTML(html) {
      // ProseMirror would create nodes with any attributes from what this attribute says.
      exact = /\sdata-pm-slice\s*=/i.test(html);
      return quiet(html.replace(/data-pm-slice/gi, 'data-none'));
    },
    clipboardParser: { parseSlice: dom => read(editor, dom, exact) },
    clipboardTextParser: text => slice(
      text.split(/[\r\n]+/).filter(line => line.trim()).map(line => ({ type: 'paragraph', text: line }))),
    transformPasted: (pasted, view) => fitted(pasted, view.state),
    clipboardSerializer: serializer(),
    clipboardTextSerializer: textOf,
    handlePaste: (view, event) => files(editor, event.clipboardData),
    handleDrop: (view, event) => {
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
      return files(editor, event.dataTransfer, at?.pos);
    },
  };
}

const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
const ATTRIBUTE = /"[^"]*"|'[^']*'|(?<=[\s/"'])(?:style|on\w+)(?=\s*=)/gi;

/**
 * Renames what a strict policy for content reports when the HTML is parsed, although nothing of it
 * is ever shown or run. Whatever slips through is reported, not kept.
 */
function quiet(html) {
  return html
    .replace(/<(\/?)style\b/gi, '<$1xmp')
    .replace(/<base\b/gi, '<wbr')
    .replace(TAG, tag => tag.replace(ATTRIBUTE, found => (/^["']/.test(found) ? found : `data-${found}`)));
}

const slice = blocks => Slice.maxOpen(Fragment.from(nodesOf(blocks, false).filter(Boolean)), false);

function read(editor, dom, exact) {
  const reader = new PasteReader(exact, (src, alt, isData) => {
    const known = editor.knownPicture(src);
    if (known) return { image: { ...known, ...(alt && { alt }) } };
    if (isData) return { upload: editor.uploads.start(fileOf(src), alt) };
    const path = ownPath(src);
    return path ? { image: { url: path, ...(alt && { alt }) } } : null;
  });
  const blocks = reader.read(dom);
  const { pictures, media } = reader.lost;
  const { t } = editor;
  const messages = [...(pictures ? [t('lostPictures', pictures)] : []), ...(media ? [t('lostMedia', media)] : [])];
  if (messages.length) editor.say(messages.join(' '), true);
  return slice(blocks);
}

function ownPath(src) {
  try {
    const url = new URL(src, location.origin);
    return url.origin === location.origin && OWN_PICTURE.test(decodeURI(url.pathname)) ? decodeURI(url.pathname) : null;
  } catch {
    return null;
  }
}

/** Makes pasted blocks fit where they go: a cell, a caption or an item takes no other blocks. */
export function fitted(pasted, state) {
  const { $from } = state.selection;
  const { parent } = $from;
  const kinds = pasted.content.content.map(node => node.type);
  if (isInTable(state)) {
    const table = kinds.some(type => type === nodes.table || type === nodes.table_row || type.spec.tableRole);
    return table ? pasted : oneLine(pasted);
  }
  if (parent.type === nodes.figure) return oneLine(pasted);
  if (parent.type === nodes.list_item && kinds.every(type => type === nodes.paragraph)) {
    const { attrs } = parent;
    const items = pasted.content.content.map(node => nodes.list_item.create(attrs, spaced(node.content)));
    return new Slice(Fragment.from(items), pasted.openStart, pasted.openEnd);
  }
  const breaks = [nodes.paragraph, nodes.quote].includes(parent.type);
  if (breaks || !pasted.content.size) return pasted;
  const first = pasted.content.firstChild;
  return pasted.openStart > 0 && first.type === nodes.paragraph
    ? new Slice(pasted.content.replaceChild(0, first.copy(spaced(first.content))), pasted.openStart, pasted.openEnd)
    : pasted;
}

function oneLine(pasted) {
  const parts = [];
  pasted.content.descendants(node => {
    if (node.isTextblock && node.content.size) {
      if (parts.length) parts.push(schema.text(' '));
      parts.push(...spaced(node.content).content);
    } else if (node.isText && !parts.length) {
      parts.push(node);
    }
    return !node.isTextblock;
  });
  return new Slice(Fragment.from(parts), 0, 0);
}

const spaced = content => Fragment.from(
  content.content.map(node => (node.type === nodes.hard_break ? schema.text(' ', node.marks) : node)));

/** Other programs number the items themselves. */
function serializer() {
  const own = DOMSerializer.nodesFromSchema(schema);
  own.list = node => {
    const first = node.firstChild.attrs.marker;
    return isOrdered(first) ? ['ol', { start: markerOf(first).number }, 0] : ['ul', 0];
  };
  return new DOMSerializer(own, DOMSerializer.marksFromSchema(schema));
}

function textOf(copied) {
  const lines = [];
  copied.content.descendants(node => {
    if (node.type === nodes.table_row) {
      lines.push(node.children.map(cell => cell.textContent).join('\t'));
      return false;
    }
    if (node.isTextblock) {
      const marker = node.attrs.marker && (copied.content.childCount > 1 || node.content.size) ? node.attrs.marker : '';
      lines.push(marker + node.textBetween(0, node.content.size, '', '\n'));
    } else if (node.isText) {
      lines.push(node.text);
    }
    return !node.isTextblock;
  });
  return lines.join('\n');
}

/** Uploads picture files; Office puts a picture of the text beside the text, which is not meant. */
function files(editor, data, at) {
  const pictures = [...(data?.files ?? [])].filter(file => file.type.startsWith('image/'));
  if (!pictures.length || !editor.view.editable) return false;
  const html = data.getData('text/html');
  if (html && !/^\s*(?:<meta[^>]*>|<\/?html>|<\/?body>|<!--\w+-->|\s)*<img\b[^>]*>/i.test(html)) return false;
  pictures.forEach(file => editor.insertPicture(file, at));
  return true;
}
