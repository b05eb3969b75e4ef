/**
 * The body of an article: blocks ({@link org.yujian.edition.body.Body}), the forms derived from
 * them, and what is read into them from outside. Knows nothing of editions, owns no tables.
 *
 * <p>Blocks are the only truth: HTML, Markdown and text are derived from them, and every way in
 * ends in blocks. Price: what blocks cannot say is not kept, and the writer is told.
 *
 * <p>There is one reader per format for the desk and for imports: it gives a {@link
 * org.yujian.edition.body.Reading}, blocks with the lines of the document that they stand in and
 * what is not in them. The desk keeps the blocks; an import cuts them into lines again and heals
 * them. {@link org.yujian.edition.body.MarkdownReader} goes by way of HTML, so that HTML inside
 * Markdown is cleaned like any other; price: a document is parsed twice, block by block.
 */
package org.yujian.edition.body;
