import { WIDEST_CELL } from './rules.js';

/** Elements whose content is not text for readers. */
export const DROPPED = new Set(
  ('script style noscript template iframe frame frameset noframes object embed applet param svg math head title ' +
    'textarea select option button input audio video track canvas xmp plaintext noembed map area link meta base ' +
    'portal dialog').split(' '));

/** Those of them whose loss a writer is told. */
export const MEDIA = new Set(['iframe', 'object', 'embed', 'audio', 'video']);

export const INLINE = new Set(
  ('a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr o:p picture q rp rt ' +
    'ruby s samp small source span strike strong sub sup time tt u var wbr').split(' '));

/** The number of rows or columns that a cell covers. */
export function span(cell, name) {
  const number = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return number >= 1 && number <= WIDEST_CELL ? number : 1;
}
