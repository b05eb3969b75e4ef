// What Word, WPS and Google Docs write into styles; read as text, because a strict policy for
// content does not let a page apply them.

const style = node => node.getAttribute('style') ?? '';

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

/**
 * For a paragraph that is an item of a list: its level from 0 and its marker. Removes the marker
 * from the paragraph. Null for another element, and for numbers that items do not have, such as
 * 一、 or a., which stay in front of the text without the tabs behind them.
 */
export function officeItem(node, name) {
  const level = /level(\d)/.exec(property(node, 'mso-list') ?? '');
  if (!level) return null;
  const written = [...node.querySelectorAll('span')].find(each => property(each, 'mso-list') === 'ignore');
  const text = (written?.textContent ?? '').replace(/[\s\u00a0]+/g, '');
  const number = /^\d{1,9}[.)．）]$/.test(text);
  const words = !number && /[\p{L}\p{N}]/u.test(text) && !isSymbol(written);
  if (words || (name !== 'p' && name !== 'div')) {
    if (written) written.textContent = words || number ? text + (/[、）)]$/.test(text) ? '' : ' ') : '';
    return null;
  }
  written?.remove();
  const marker = number ? text.replace('．', '.').replace('）', ')') + ' ' : null;
  return { level: +level[1] - 1, marker };
}

/** Letters that are bullets in the font of the marker. */
const isSymbol = span => /wingdings|symbol|courier new/i.test(span.outerHTML);
