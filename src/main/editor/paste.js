import { DROPPED, INLINE, MEDIA, span } from './elements.js';
import { isBlank, isLink, shortened, LONGEST_ALT } from './rules.js';
import { freeMarker, markerOf } from './markers.js';
import { isBold, isItalic, officeItem, writtenMarker } from './office.js';
import { Words } from './words.js';

// Reads pasted HTML into blocks, in the way of org.yujian.body.HtmlReader. None of the markup
// survives: only words, marks, safe addresses and structure that blocks can express.

const DATA = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i;
const MOST_COLUMNS = 200;

export class PasteReader {
  blocks = [];
  /** What was left out, by kind: pictures of other servers, and players. */
  lost = { pictures: 0, media: 0 };
  #words;
  #marks = { strong: false, em: false, href: null };
  #pre = 0;
  #holder = null;
  #waiting = [];
  #figure = null;
  #pictureOf;

  /**
   * @param exact whether white space counts
   * @param pictureOf gives for an address { image } or { upload }, or null to leave the picture out
   */
  constructor(exact, pictureOf) {
    this.#words = new Words(exact);
    this.#pictureOf = pictureOf;
  }

  read(root) {
    this.#children(root);
    this.#paragraphs();
    return this.blocks;
  }

  #children(node) {
    for (const child of node.childNodes) this.#node(child);
  }

  #node(node) {
    if (node.nodeType === 3) {
      this.#words.add(node.nodeValue, this.#marks, this.#pre > 0);
    } else if (node.nodeType === 1) {
      const name = node.nodeName.toLowerCase();
      if (MEDIA.has(name)) this.lost.media++;
      if (!DROPPED.has(name)) this.#element(node, name);
    }
  }

  #element(node, name) {
    const before = this.#marks;
    this.#marks = this.#marksOf(node, name);
    const marker = writtenMarker(node);
    if (marker !== null) this.#words.add(marker + (/[、）]$/.test(marker) ? '' : ' '), this.#marks);
    else if (name === 'br') this.#words.lineBreak();
    else if (name === 'img') this.#picture(node);
    else if (INLINE.has(name)) this.#children(node);
    else this.#block(node, name);
    this.#marks = before;
  }

  #marksOf(node, name) {
    const { strong, em, href } = this.#marks;
    const address = name === 'a' ? (node.getAttribute('href') ?? '').trim() : '';
    return {
      strong: isBold(node, name, strong),
      em: isItalic(node, name, em),
      href: isLink(address) ? address : href,
    };
  }

  #block(node, name) {
    if (this.#holder) {
      this.#words.paragraphBreak();
      this.#children(node);
      this.#words.paragraphBreak();
      return;
    }
    const item = officeItem(node, name);
    if (!item) this.#endItems();
    this.#paragraphs();
    if (/^h[1-6]$/.test(name)) this.#heading(node, name);
    else if (name === 'blockquote') this.#hold('quote', node, () => this.#quote());
    else if (name === 'ul' || name === 'ol' || name === 'li') this.#list(node, name);
    else if (name === 'table') this.#table(node);
    else if (name === 'figure') this.#figureOf(node);
    else if (name === 'figcaption' && this.#figure) this.#caption(node);
    else if (item) this.#officeItem(node, item);
    else this.#paragraph(node, name);
  }

  #paragraph(node, name) {
    this.#pre += name === 'pre' ? 1 : 0;
    this.#children(node);
    this.#paragraphs();
    this.#pre -= name === 'pre' ? 1 : 0;
  }

  #paragraphs() {
    for (const text of this.#words.takeParagraphs()) {
      if (!isBlank(text.text)) this.#add({ type: 'paragraph', ...text });
    }
  }

  #add(block) {
    if (block.type !== 'list') this.#endItems();
    this.blocks.push(block);
  }

  /** Reads the content of a block that holds only words; pictures in it follow after it. */
  #hold(kind, node, end) {
    this.#holder = kind;
    this.#children(node);
    this.#holder = null;
    end();
    this.#waiting.splice(0).forEach(figure => this.#add(figure));
  }

  #heading(node, name) {
    const marks = this.#marks;
    this.#hold('heading', node, () => {
      const { text, spans } = this.#words.take(' ');
      // Headings of office programs are bold as a whole, which is how all headings look.
      const kept = spans?.filter(span => !(span.kind === 'strong' && span.end - span.start === [...text].length));
      const level = Math.max(2, Math.min(4, +name[1]));
      if (!isBlank(text)) this.#add({ type: 'heading', level, text, ...(kept?.length && { spans: kept }) });
    });
    this.#marks = marks;
  }

  #quote() {
    const text = this.#words.take('\n');
    if (!isBlank(text.text)) this.#add({ type: 'quote', ...text });
  }

  #items = [];
  #open = [];

  /** Word and WPS write items as paragraphs with the marker in front. */
  #officeItem(node, { marker, level }) {
    this.#open.length = Math.min(this.#open.length, level);
    const own = markerOf(marker ?? '');
    const kind = own ? own.kind : this.#open[level];
    const text = own ? own.text : kind ? kind + ' ' : freeMarker(this.#open.slice(0, level), false) ?? '- ';
    this.#open[level] = markerOf(text).kind;
    this.#hold('list', node, () => this.#take(text));
  }

  #list(node, name) {
    this.#endItems();
    const numbered = name === 'ol';
    this.#holder = 'list';
    if (name === 'li') this.#item(node, '- ');
    else this.#listLevel(node, numbered, []);
    this.#holder = null;
    this.#endItems();
    this.#waiting.splice(0).forEach(figure => this.#add(figure));
  }

  #listLevel(node, numbered, around) {
    const start = /^\d{1,8}$/.test(node.getAttribute('start') ?? '') ? +node.getAttribute('start') : 1;
    const first = freeMarker(around, numbered, start) ?? (numbered ? start + '. ' : '- ');
    const { kind } = markerOf(first);
    let number = start;
    for (const child of node.children) {
      const name = child.nodeName.toLowerCase();
      if (name === 'ul' || name === 'ol') {
        this.#listLevel(child, name === 'ol', [...around, kind]);
      } else if (!DROPPED.has(name)) {
        const own = markerOf((child.getAttribute('data-marker') ?? ''));
        this.#item(child, own ? own.text : numbered ? number + kind + ' ' : first, [...around, kind]);
        number++;
      }
    }
  }

  /** An item and the lists inside it. */
  #item(node, marker, around = ['-']) {
    let taken = false;
    for (const child of [...node.childNodes]) {
      const name = child.nodeName.toLowerCase();
      if (name === 'ul' || name === 'ol') {
        this.#take(taken ? '' : marker);
        taken = true;
        this.#listLevel(child, name === 'ol', around);
      } else {
        this.#node(child);
      }
    }
    this.#take(taken ? '' : marker);
  }

  #take(marker) {
    const words = this.#words.take(' ');
    if (!isBlank(words.text)) this.#items.push({ marker, words });
  }

  /** Makes one list of the items so far. */
  #endItems() {
    this.#open = [];
    const found = this.#items.splice(0);
    if (!found.length) return;
    const items = [];
    const spans = [];
    let at = 0;
    for (const { marker, words } of found) {
      const from = at + marker.length;
      words.spans?.forEach(span => spans.push({ ...span, start: span.start + from, end: span.end + from }));
      items.push(marker + words.text);
      at = from + [...words.text].length + 1;
    }
    this.blocks.push({ type: 'list', items, ...(spans.length && { spans }) });
  }

  #table(node) {
    const rows = [...node.querySelectorAll('tr')].filter(row => row.closest('table') === node);
    const cells = rows.map(row => [...row.children].filter(each => /^t[dh]$/i.test(each.nodeName)));
    if (cells.flat().length <= 1) {
      // A frame around other content.
      cells.flat().forEach(cell => this.#paragraph(cell, 'td'));
      return;
    }
    this.#holder = 'table';
    this.#addTable(cells.filter(row => row.length));
    this.#holder = null;
    this.#waiting.splice(0).forEach(figure => this.#add(figure));
  }

  #addTable(rows) {
    const block = { type: 'table', rows: [], spans: [], cells: [] };
    const wide = rows.some(row => row.reduce((sum, cell) => sum + span(cell, 'colspan'), 0) > MOST_COLUMNS);
    let at = 0;
    rows.forEach((row, i) => {
      block.rows.push(row.map((cell, k) => {
        this.#element(cell, 'td');
        const { text, spans } = this.#words.take(' ');
        spans?.forEach(each => block.spans.push({ ...each, start: each.start + at, end: each.end + at }));
        at += [...text].length + 1;
        const header = /^th$/i.test(cell.nodeName);
        const rowspan = wide ? 1 : Math.min(span(cell, 'rowspan'), rows.length - i);
        const colspan = wide ? 1 : span(cell, 'colspan');
        if (header || rowspan > 1 || colspan > 1) block.cells.push({ row: i, cell: k, header, rowspan, colspan });
        return text;
      }));
    });
    if (block.rows.flat().some(text => !isBlank(text))) this.#add(block);
  }

  #figureOf(node) {
    const outer = this.#figure;
    this.#figure = { pictures: [], caption: null };
    this.#children(node);
    this.#paragraphs();
    const { pictures, caption } = this.#figure;
    this.#figure = outer;
    if (!pictures.length && caption) pictures.push({ type: 'figure' });
    if (caption) Object.assign(pictures.at(-1), caption);
    pictures.forEach(figure => this.#add(figure));
  }

  #caption(node) {
    this.#hold('caption', node, () => {
      const caption = this.#words.take(' ');
      if (!isBlank(caption.text)) this.#figure.caption ??= caption;
    });
  }

  #picture(node) {
    const written = (node.getAttribute('src') ?? '').trim();
    const src = written || (node.getAttribute('data-src') ?? '').trim();
    const alt = shortened((node.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim(), LONGEST_ALT);
    const found = this.#pictureOf(src, alt, DATA.test(src));
    if (!found) {
      this.lost.pictures++;
      return;
    }
    const figure = { type: 'figure', ...found };
    if (this.#figure && this.#holder === null) {
      this.#figure.pictures.push(figure);
    } else if (this.#holder) {
      this.#waiting.push(figure);
    } else {
      this.#paragraphs();
      this.#add(figure);
    }
  }
}
