/**
 * The search index in this process: {@link org.yujian.search.lucene.LuceneIndex} answers the port
 * {@code search.index} with Apache Lucene. Nothing else of the program knows Lucene.
 *
 * <table>
 * <caption>Fields of a document, for the texts {@code title} and {@code text}</caption>
 * <tr><th>Field</th><th>Holds</th><th>Why</th></tr>
 * <tr><td>{@code title1}, {@code text1}</td><td>code points; documents only</td>
 *     <td>one character is found with one term, most common characters in most documents, so
 *     places would cost much and help nobody</td></tr>
 * <tr><td>{@code title2}, {@code text2}</td><td>pairs of adjacent code points; positions</td>
 *     <td>two characters are one term; more are a phrase of the pairs at 0, 2, 4, … and the last
 *     one, which holds exactly where the text contains them, so that no text has to be read</td></tr>
 * <tr><td>{@code title-word}, {@code text-word}</td><td>words; documents only</td>
 *     <td>words with a letter missing or wrong</td></tr>
 * <tr><td>{@code title-sound}, {@code text-sound}</td><td>pronunciations; documents only</td>
 *     <td>words written with other characters of the same sound</td></tr>
 * <tr><td>{@code id}</td><td>term; 16 bytes per document</td>
 *     <td>replaces and removes an article; names a hit</td></tr>
 * <tr><td>{@code order}</td><td>feed order, per document and as a point; sorts each segment, the
 *     newest first</td><td>a page in the order of the feed stops after its last hit</td></tr>
 * <tr><td>{@code account}, {@code tag}</td><td>terms; documents only</td><td>scopes</td></tr>
 * </table>
 *
 * <p>Decisions and their price:
 *
 * <ul>
 *   <li>One field with both lengths would give each gram a position of its own and break phrases,
 *       hence two fields for a text.
 *   <li>No norms, and no scores that depend on other documents: they move when segments merge. A
 *       score is a sum of whole weights, exact in a float below 2^24, so that a cursor stays true.
 *       Relevance is the caller's.
 *   <li>No text is stored; highlights come from the database.
 *   <li>Files are read, not mapped, because mapped pages count as memory of a container. The cache
 *       is the operating system's; a search copies what it reads.
 *   <li>One merge thread and no cache of filters: an index lives in a heap of 88 MB.
 *   <li>One process writes an index, and always in the order of the change log, so versions of
 *       articles are not compared.
 * </ul>
 */
package org.yujian.search.lucene;
