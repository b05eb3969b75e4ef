// Markers of list items. A body has flat lists; which items are inner ones follows from the markers
// in the same way as in org.yujian.body.ListIndent.

const MARKER = /^(?:(\d{1,9})([.)])|([^\p{L}\p{N}\s]))[ \u3000]+/u;
const BULLETS = ['-', '*', '+'];
const NUMBERS = ['.', ')'];

/**
 * The marker at the start of an item: its text with the white space behind it, its kind (the
 * bullet, or the character behind the number) and its number, -1 for a bullet. Null without one.
 */
export function markerOf(text) {
  const found = MARKER.exec(text);
  return found && { text: found[0], kind: found[2] ?? found[3], number: found[1] ? +found[1] : -1 };
}

export const isOrdered = text => (markerOf(text)?.number ?? -1) >= 0;

/** The level of each item, from 0. An item that continues no open list begins an inner one. */
export function levelsOf(markers) {
  const open = [];
  return markers.map(text => {
    const marker = markerOf(text);
    if (marker) {
      const { kind, number } = marker;
      const next = number < 0 ? -1 : number + 1;
      let level = open.length - 1;
      while (level >= 0 && !(open[level].kind === kind && open[level].next === number)) level--;
      if (level >= 0) open.length = level;
      open.push({ kind, next });
    }
    return Math.max(0, open.length - 1);
  });
}

/**
 * The items with the numbers that follow from their order and levels. An item that begins a run
 * has the number `start`; an item in a run has the kind of that run.
 */
export function renumbered(items) {
  const open = [];
  const numbered = items.map(item => {
    const level = Math.min(item.level, open.length);
    open.length = Math.min(open.length, level + 1);
    const marker = markerOf(item.marker);
    if (!marker) return { ...item, level };
    const run = open[level];
    const kind = run?.kind ?? marker.kind;
    const ordered = run ? run.next >= 0 : marker.number >= 0;
    const number = ordered ? (run?.next ?? item.start) : -1;
    open[level] = { kind, next: ordered ? number + 1 : -1 };
    const space = marker.text.slice(marker.text.search(/[ \u3000]+$/));
    return { ...item, level, marker: (ordered ? number : '') + kind + space };
  });
  const levels = levelsOf(numbered.map(item => item.marker));
  return numbered.map((item, i) => ({ ...item, level: levels[i] }));
}

/** Kinds of the lists that are open at an item: of its own run and of those around it. */
export function openKinds(items, at) {
  const open = [];
  for (let i = 0; i < at; i++) {
    const kind = markerOf(items[i].marker)?.kind;
    open.length = Math.min(open.length, items[i].level + 1);
    open[items[i].level] = kind;
  }
  return open;
}

/**
 * A marker for an item inside lists of the given kinds, different from all of them, because equal
 * markers would continue an outer list; null if all kinds are taken.
 */
export function freeMarker(around, ordered, start = 1) {
  const kind = (ordered ? NUMBERS : BULLETS).find(each => !around.includes(each));
  return kind ? (ordered ? start : '') + kind + ' ' : null;
}

/** Start of the run that the item begins or continues. */
export const startOf = text => Math.max(1, markerOf(text)?.number ?? 1);
