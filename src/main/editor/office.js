// What Word, WPS and Google Docs write into styles; clipboard.js has renamed the attribute.

const style = node => node.getAttribute('data-style') ?? '';

function property(node, name) {
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(style(node));
  return found ? found[1].trim().toLowerCase() : null;
}

/** Whether text in the element is bold. */
export function isBold(node, name, outside) {
  const weight = property(node, 'font-weight');
  if (weight) return /^(?:bold|bolder|[6-9]\d\d)$/.test(weight) || (outside && weight === 'inherit');
  return outside || name === 'b' || name === 'strong';
}

/** Whether text in the element is italic. */
export function isItalic(node, name, outside) {
  const slope = property(node, 'font-style');
  if (slope) return /^(?:italic|oblique)/.test(slope) || (outside && slope === 'inherit');
  return outside || name === 'i' || name === 'em';
}

/** The marker of an item or heading as Word and WPS write it into the text; null for other elements. */
export const writtenMarker = node =>
  property(node, 'mso-list') === 'ignore' ? node.textContent.replace(/[\s\u00a0]+/g, '') : null;

/**
 * For a paragraph that is an item of a list: its level from 0 and its marker. Removes the marker
 * from the paragraph. Null for another element, and for numbers that items do not have, such as
 * 一、 or a., which stay in front of the text.
 */
export function officeItem(node, name) {
  const level = /level(\d)/.exec(property(node, 'mso-list') ?? '');
  if (!level || (name !== 'p' && name !== 'div')) return null;
  const written = [...node.querySelectorAll('span')].find(each => writtenMarker(each) !== null);
  const text = written ? writtenMarker(written) : '';
  const number = /^\d{1,9}[.)．）]$/.test(text);
  if (!number && /[\p{L}\p{N}]/u.test(text) && !isSymbol(written, node)) return null;
  written?.remove();
  const marker = number ? text.replace('．', '.').replace('）', ')') + ' ' : null;
  return { level: +level[1] - 1, marker };
}

/** Whether the font of the marker shows letters as bullets. */
function isSymbol(written, paragraph) {
  for (let node = written; node !== paragraph; node = node.parentNode) {
    if (/wingdings|symbol/i.test(style(node))) return true;
  }
  return false;
}
