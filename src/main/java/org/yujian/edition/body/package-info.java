/**
 * The body of an article: blocks ({@link org.yujian.edition.body.Body}), the forms derived from
 * them, and what is read into them from outside. Knows nothing of editions, owns no tables.
 *
 * <p>Blocks are the only truth: HTML, Markdown and text are derived from them, and every way in
 * ends in blocks. Price: what blocks cannot say is not kept, and the writer is told.
 */
package org.yujian.edition.body;
