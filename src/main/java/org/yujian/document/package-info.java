/**
 * Reads documents as offices write them: one {@link org.yujian.document.DocumentReader} per format
 * turns bytes into a {@link org.yujian.body.Reading} (blocks with line numbers, and what was
 * dropped). Called by imports; owns no tables.
 *
 * <p>Plain text and Markdown are only decoded here ({@link org.yujian.document.DocumentDecoder}),
 * and the lines of a PDF are only handed out ({@link org.yujian.document.PdfText}); their lines are
 * read by the importer and by the desk's reader in {@code body}. {@link
 * org.yujian.document.ZipArchive} opens documents that come with their pictures.
 *
 * <p>Decisions and their price:
 *
 * <ul>
 *   <li>Word files are read with StAX and {@code java.util.zip}, without a Word library: {@code
 *       ZipParts} and {@code XmlEvents} hold all limits, so that memory and time are bounded and no
 *       {@code Error} has to be caught. {@code WordText} walks the text, {@code WordStyles}, {@code
 *       WordNumbers} and {@code WordLinks} read the other parts, {@code WordFlow} makes the blocks.
 *       Price: text in charts, SmartArt, headers and footers is not read.
 *   <li>OpenDocument texts are read in the same way ({@code OdtText}) into the same parts ({@code
 *       WordPart}). Old Word files become new ones in a child process ({@code program}).
 *   <li>Pictures get the addresses {@code document:1}, {@code document:2} and so on in the order of
 *       the text, and stand behind the paragraph that holds them; their bytes are handed out beside
 *       the text. They are JPEG, PNG, GIF and WebP. Price: vector graphics are left out, with a
 *       finding.
 *   <li>The line number of a finding is the number of the paragraph in a Word file, and the line of
 *       the source in an HTML file.
 *   <li>Automatic numbers become text, as the author sees them. Only {@code 1.}, {@code 1)} and
 *       bullets become lists; other numbered paragraphs are left to the rules for plain text.
 *   <li>{@link org.yujian.document.ExportedArticle} is written in four formats so that the readers
 *       here give the same article again. What a format cannot express is written in another way
 *       rather than lost: HTML inside Markdown, marked spaces and markers in HTML. An empty
 *       subtitle says that a heading right below the title is none. Price: text in other programs'
 *       files that uses the same signs is read in this way, too.
 *   <li>Nothing is fetched, and nothing is executed: external targets are only addresses of links.
 * </ul>
 */
package org.yujian.document;
