/**
 * Programs for child processes, which read documents with libraries that cannot be bounded: {@link
 * org.yujian.document.program.DocProgram} with Apache POI and {@link
 * org.yujian.document.program.PdfProgram} with PDFBox. Readers in {@code document} start them; no
 * other class may use these libraries for untrusted files.
 *
 * <p>Decision and its price: an old Word file is rewritten as the parts of a new one, which {@code
 * DocxReader} then reads, so that both have the same rules for headings, numbers and findings.
 * Price: about half a second per file for the start of the process.
 */
package org.yujian.document.program;
