/**
 * The body of an article: blocks ({@link org.yujian.body.Body}), the forms derived from them, and
 * readers that create them from other formats. Knows nothing of editions, owns no tables.
 *
 * <p>Only blocks are authoritative: HTML, Markdown and text are derived from them, and every input
 * format is converted to blocks. Price: what blocks cannot express is dropped, and the writer gets
 * a list of it.
 *
 * <p>The desk and imports share one reader per format. It returns a {@link
 * org.yujian.body.Reading}: blocks with line numbers, and what was dropped. The desk keeps the
 * blocks; an import splits them into lines and repairs them. {@link org.yujian.body.MarkdownReader}
 * converts to HTML first, so that HTML inside Markdown is cleaned too; price: a document is parsed
 * twice, block by block.
 */
package org.yujian.body;
