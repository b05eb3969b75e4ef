/**
 * Reads documents as offices write them: one {@link org.yujian.document.DocumentReader} per format
 * turns bytes into a {@link org.yujian.body.Reading} (blocks with line numbers, and what was
 * dropped). Called by imports; owns no tables.
 *
 * <p>Plain text and Markdown are only decoded here ({@link org.yujian.document.DocumentDecoder});
 * their lines are read by the importer and by the desk's reader in {@code body}.
 *
 * <p>Decisions and their price:
 *
 * <ul>
 *   <li>Word files are read with StAX and {@code java.util.zip}, without a Word library: {@code
 *       ZipParts} and {@code XmlEvents} hold all limits, so that memory and time are bounded and no
 *       {@code Error} has to be caught. {@code WordDocument} walks the text, {@code WordStyles},
 *       {@code WordNumbers} and {@code WordLinks} read the other parts, {@code WordFlow} makes the
 *       blocks. Price: text in charts, SmartArt, headers and footers is not read.
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
