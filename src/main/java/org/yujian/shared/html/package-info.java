/**
 * Shared by all pages for people: style sheet, texts in two languages, dates, and the headers that
 * forbid scripts and foreign content. The layout is {@code templates/layout.html}. Owns no tables.
 *
 * <p>Pages are in Chinese unless the reader prefers English; articles keep their own language.
 */
package org.yujian.shared.html;
