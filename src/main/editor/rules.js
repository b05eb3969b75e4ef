// Limits and address rules of package org.yujian.body (BlockRules, GivenBody, SafeLink, Cell).

export const LONGEST_BODY = 200_000;
export const MOST_PARTS = 20_000;
export const LONGEST_ADDRESS = 2_000;
export const LONGEST_ALT = 500;
export const WIDEST_CELL = 100;

const LINK = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;
const PICTURE = /^(?:https?:\/\/|\/(?![/\\]))[^\s\p{Cc}]+$/iu;
const CONTROLS = /[\p{Cc}\p{Cs}]/gu;

export const isLink = href =>
  typeof href === 'string' && href.length <= LONGEST_ADDRESS && LINK.test(href);

export const isPicture = url =>
  typeof url === 'string' && url.length <= LONGEST_ADDRESS && PICTURE.test(url);

/** Control characters and halves of characters cannot be stored; a space keeps the offsets of spans. */
export const plain = text => text.replace(CONTROLS, ' ');

export const hasControls = text => text.search(CONTROLS) >= 0;

/** Every character that Java or JavaScript calls white space: such a text is not stored. */
export const isBlank = text => !/\S/u.test(plain(text));

/** Length in Unicode code points, the unit of all offsets and limits. */
export function length(text) {
  let count = 0;
  for (let i = 0; i < text.length; i++, count++) {
    if (text.codePointAt(i) > 0xffff) i++;
  }
  return count;
}

/** UTF-16 index of a code point; the end of the text if it is shorter. */
export function index(text, points) {
  let at = 0;
  for (; points > 0 && at < text.length; points--) {
    at += text.codePointAt(at) > 0xffff ? 2 : 1;
  }
  return at;
}

/** The beginning of the text, at most this many code points. */
export const shortened = (text, points) => text.slice(0, index(text, points));
