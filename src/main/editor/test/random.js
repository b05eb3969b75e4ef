// Bodies as BlockRules of package org.yujian.body accepts them.

/** Numbers from a seed (mulberry32), printed so that a failure can be repeated. */
export function random(seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007)) {
  console.log(`seed ${seed}`);
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = n => Math.floor(next() * n);
  const pick = list => list[below(list.length)];
  return { next, below, pick, chance: p => next() < p, many: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, make) };
}

const PIECES = ['字', '𠮷', 'a', 'Z', '7', ' ', '　', '\u00a0', '。', '“', '<', '&', '1. ', '- ', '😀', 'é', '‍', '·'];
const MARKERS = ['- ', '* ', '+ ', '1. ', '2. ', '3) ', '10. ', '一、', '（1）', '• ', '', '1.', '-'];
const LINKS = ['https://example.org/a?b=c&d=%20', 'http://例子.中国/', 'mailto:a@example.org', 'HTTPS://EXAMPLE.ORG'];

const line = r => r.many(0, 8, () => r.pick(PIECES)).join('') + r.pick(['字', '𠮷', 'x']) + r.many(0, 3, () => r.pick(PIECES)).join('');
const points = text => [...text].length;

function spans(r, text) {
  const length = points(text);
  const found = r.chance(0.5) ? [] : r.many(1, 5, () => {
    const start = r.below(length);
    const end = start + 1 + r.below(length - start);
    const kind = r.pick(['strong', 'em', 'link']);
    return kind === 'link' ? { start, end, kind, href: r.pick(LINKS) } : { start, end, kind };
  });
  return found.length ? { spans: found } : {};
}

function texted(r, block, several) {
  const text = several ? r.many(1, 3, () => (r.chance(0.15) ? '' : line(r))).join('\n') + line(r) : line(r);
  return { ...block, text, ...spans(r, text) };
}

function table(r) {
  const rows = r.many(1, 4, () => r.many(r.chance(0.1) ? 0 : 1, 4, () => (r.chance(0.3) ? '' : line(r))));
  const cells = rows.flatMap((row, i) => row.flatMap((_, k) => {
    const cell = { row: i, cell: k, ...(r.chance(0.2) && { header: true }), ...(r.chance(0.1) && { rowspan: 2 + r.below(99) }),
      ...(r.chance(0.1) && { colspan: 2 + r.below(99) }) };
    return Object.keys(cell).length > 2 ? [cell] : [];
  }));
  const text = rows.map(row => row.join('\t')).join('\n');
  return { type: 'table', rows, ...(text.length ? spans(r, text) : {}), ...(cells.length && { cells }) };
}

function figure(r) {
  const caption = r.chance(0.5) ? texted(r, {}, false) : {};
  const image = caption.text === undefined || r.chance(0.7)
    ? { image: { url: r.pick(['/media/AAAAAAAAAAAAAAAAAAAAAA/{w}.jpg', 'https://example.org/a.png']), widths: [320, 640],
        ...(r.chance(0.5) && { alt: line(r), placeholder: '#aabbcc' }) } }
    : {};
  return { type: 'figure', ...caption, ...image };
}

export function block(r) {
  const made = {
    paragraph: () => texted(r, { type: 'paragraph' }, true),
    quote: () => texted(r, { type: 'quote' }, true),
    heading: () => texted(r, { type: 'heading', level: 2 + r.below(3) }, false),
    list: () => {
      const items = r.many(1, 8, () => r.pick(MARKERS) + line(r));
      return { type: 'list', items, ...spans(r, items.join('\n')) };
    },
    table: () => table(r),
    written: () => {
      const rows = r.many(1, 3, () => r.many(1, 3, () => r.pick(['甲', '乙', 'c'])));
      return { type: 'table', text: rows.map(row => row.join(' | ')).join('\n'), rows };
    },
    figure: () => figure(r),
  }[r.pick(['paragraph', 'paragraph', 'quote', 'heading', 'list', 'list', 'table', 'written', 'figure'])]();
  return r.chance(0.7) ? { id: r.below(2 ** 31).toString(16), ...made } : made;
}

export const body = r => r.many(0, 8, () => block(r));
