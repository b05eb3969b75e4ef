/**
 * Shared by all pages for people: one style sheet, one set of texts in two languages, dates, and
 * the headers that forbid scripts and foreign content. The layout is {@code templates/layout.html}.
 *
 * <p>Pages have no script and load nothing from other sites. They are in Chinese unless the reader
 * prefers English; articles keep the language they were written in. Owns no tables.
 */
package org.yujian.shared.html;
