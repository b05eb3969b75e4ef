import { length, plain } from './rules.js';

// Collects words with marks while a pasted document is read; see org.yujian.body.MarkedWords.

const SPACES = /[ \t\r\n\f]+/g;
const TRIMMED = '[\\s\\u00a0\\u3000\\u200b\\ufeff]+';
const START = new RegExp(`^${TRIMMED}`, 'u');
const END = new RegExp(`${TRIMMED}$`, 'u');
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

export class Words {
  #lines = [[]];
  #exact;

  /** @param exact whether white space counts, as in what this editor has copied */
  constructor(exact) {
    this.#exact = exact;
  }

  /** @param marks object with strong, em and href */
  add(text, marks, keepsLines) {
    if (keepsLines) {
      text.split(/\r\n?|\n/).forEach((line, i) => {
        if (i > 0) this.lineBreak();
        this.#push(plain(line), marks);
      });
    } else {
      this.#push(this.#exact ? plain(text) : text, marks);
    }
  }

  #push(text, marks) {
    if (text) this.#lines.at(-1).push({ text, marks });
  }

  lineBreak() {
    this.#lines.push([]);
  }

  /** Ends a paragraph; inside a heading, an item or a cell only a line. */
  paragraphBreak() {
    this.#lines.push([], []);
  }

  /** The paragraphs since the last call: text with LF at line breaks, and its spans. */
  takeParagraphs() {
    const paragraphs = [[]];
    for (const line of this.#take()) {
      if (line.length) paragraphs.at(-1).push(line);
      else paragraphs.push([]);
    }
    return paragraphs.filter(lines => lines.length).map(lines => joined(lines, '\n'));
  }

  /** Everything since the last call as one text; lines are joined by a space or by LF. */
  take(between) {
    return joined(this.#take().filter(line => line.length), between);
  }

  #take() {
    const lines = this.#lines;
    this.#lines = [[]];
    return lines.map(line => (this.#exact ? line : tidy(line)));
  }
}

/** A line with single spaces; a line end in the source is nothing next to a Chinese character. */
function tidy(line) {
  const runs = [];
  let text = '';
  for (const { text: raw, marks } of line) {
    for (const piece of raw.split(/([ \t\r\n\f]+)/)) {
      SPACES.lastIndex = 0;
      const space = SPACES.test(piece);
      const kept = space ? (text.endsWith(' ') ? '' : piece.search(/[\r\n]/) < 0 ? ' ' : '\n') : plain(piece);
      if (kept && !(kept === '\n' && text.endsWith('\n'))) runs.push({ text: kept, marks });
      text += kept;
    }
  }
  return trimmed(unwrapped(runs));
}

function unwrapped(runs) {
  return runs
    .map((run, i) => {
      if (run.text !== '\n') return run;
      const sides = [runs[i - 1]?.text.at(-1) ?? '', runs[i + 1]?.text[0] ?? ''];
      return { ...run, text: sides.some(side => CJK.test(side)) ? '' : ' ' };
    })
    .filter(run => run.text);
}

function trimmed(runs) {
  const kept = runs.map(run => ({ ...run }));
  while (kept.length && !(kept[0].text = kept[0].text.replace(START, ''))) kept.shift();
  while (kept.length && !(kept.at(-1).text = kept.at(-1).text.replace(END, ''))) kept.pop();
  return kept;
}

function joined(lines, between) {
  let text = '';
  let at = 0;
  const spans = [];
  const put = (piece, { strong, em, href }) => {
    const end = at + length(piece);
    if (strong) extend(spans, at, end, 'strong');
    if (em) extend(spans, at, end, 'em');
    if (href) extend(spans, at, end, 'link', href);
    text += piece;
    at = end;
  };
  lines.forEach((line, i) => {
    if (i > 0) put(between, {});
    line.forEach(run => put(run.text, run.marks));
  });
  return spans.length ? { text, spans } : { text };
}

function extend(spans, start, end, kind, href) {
  const last = spans.findLast(span => span.kind === kind);
  if (last && last.end === start && last.href === href) last.end = end;
  else spans.push({ start, end, kind, ...(href && { href }) });
}
