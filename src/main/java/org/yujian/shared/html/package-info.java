/**
 * What all pages for people share: one style sheet, one set of words in two languages, dates, and
 * the policy that keeps pages harmless. The layout is {@code templates/layout.html}.
 *
 * <p>Pages have no script and load nothing from elsewhere. Chinese unless the reader prefers
 * English; content keeps the language it was written in. Owns no tables.
 */
package org.yujian.shared.html;
