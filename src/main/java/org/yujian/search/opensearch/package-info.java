/**
 * The search index in an OpenSearch 2.19 cluster that all nodes share: {@link
 * org.yujian.search.opensearch.OpenSearchIndex} answers the port {@code search.index} over HTTP.
 * Nothing else of the program knows OpenSearch.
 *
 * <table>
 * <caption>Names; {@code yujian} is the setting {@code yujian.search.opensearch.prefix}</caption>
 * <tr><td>{@code yujian.NAME}</td><td>index of the generation NAME</td></tr>
 * <tr><td>{@code yujian.NAME.UUID}</td><td>alias by which that index is used, with a random
 *     part</td></tr>
 * <tr><td>{@code yujian-positions}</td><td>a document with the position of each generation; its id
 *     is the uuid that OpenSearch gave the index</td></tr>
 * </table>
 *
 * <table>
 * <caption>Fields of a document, for the texts {@code title} and {@code text}</caption>
 * <tr><th>Field</th><th>Holds</th></tr>
 * <tr><td>{@code title}, {@code text}</td><td>code points; documents only</td></tr>
 * <tr><td>{@code title.pairs}, {@code text.pairs}</td><td>pairs of adjacent code points;
 *     positions</td></tr>
 * <tr><td>{@code title-word}, {@code text-word}</td><td>words, as they are</td></tr>
 * <tr><td>{@code title-sound}, {@code text-sound}</td><td>pronunciations, as they are</td></tr>
 * <tr><td>{@code order}</td><td>feed order; sorts each segment, the newest first</td></tr>
 * <tr><td>{@code account}, {@code tag}</td><td>scopes</td></tr>
 * </table>
 *
 * <p>Exactness: two {@code ngram} tokenizers of one length each, without classes of characters.
 * They count code points, so that a character outside the basic plane is one, keep every character,
 * and give each gram the next position, so that a phrase of all pairs of a text holds exactly where
 * the text contains it. One tokenizer for both lengths would give each gram a position of its own
 * and break phrases; text cut into grams here would be three times as large, and a tokenizer for
 * white space would lose grams with a space. Grams with a control character are indexed, which
 * costs a little; no term has one, so none is found. A word with a wrong letter is a regular
 * expression, because fuzzy queries leave words out. Scores are sums of whole weights below 2^24,
 * never OpenSearch's own. How often a text occurs is the score of a scripted similarity: the module
 * {@code lang-painless} belongs to every OpenSearch.
 *
 * <p>Rules for several nodes:
 *
 * <ul>
 *   <li>Every node feeds. A write has the position in the log at which the article was read as
 *       external version (twice the position, and one more for an article than for a removal), so
 *       an older one is refused with 409, and the same one changes nothing. Price: each change is
 *       read, folded and sent once by each node, and a node that reads an article later than
 *       another one replaces it by an equal one.
 *   <li>OpenSearch forgets versions of removed articles after an hour ({@code gc_deletes}), or when
 *       a shard moves. A node that was suspended for longer between reading and writing may bring a
 *       removed article back; it goes again when that node reads on.
 *   <li>A position says: everything in the log up to here is in the index. Each node only stores
 *       one after it wrote everything from a stored one on, so any stored position is true, whoever
 *       stored it last. It may move back, which costs a repeated reading and no gap. A position
 *       belongs to one life of an index: after a deletion or a restore from a snapshot there is
 *       none, and the index is filled again.
 *   <li>A generation gets its first position before its first article, and an empty one is used by
 *       the next node that looks for one, so that nodes that start together fill the same one. A
 *       node that still fills what another one has made whole goes on with that.
 *   <li>Nodes change the document of a position each minute, in use or while they fill. Any node
 *       may delete a generation it does not use, but only after it saw the document unchanged for
 *       ten minutes by its own clock. So no release deletes what another one fills or serves, and
 *       two releases may run side by side; what remains of one that is gone goes later.
 *   <li>A node feeds the previous generation until the new one is whole, but not where it has other
 *       rules: whatever is written here is durable, and the release before would miss it for ever.
 *       Nodes of that release feed it as long as they run, so one node is upgraded before the
 *       others.
 *   <li>All requests name the alias. A node that has not heard that a generation was deleted and
 *       made again gets 404, never the other one.
 * </ul>
 *
 * <p>Other decisions and their price:
 *
 * <ul>
 *   <li>No text can be read back ({@code _source} is off). OpenSearch itself keeps the document for
 *       a while, for copies of a shard that have to catch up.
 *   <li>Every bulk request is on the disk when it is answered; a commit only stores the position.
 *   <li>Words of purged articles leave the disks when the history of each shard has moved on,
 *       within 30 seconds, and the files were written again. This node's feeder waits for it.
 *   <li>{@code min_score} alone would score every document that has any part of a question. So a
 *       document must have some of its heaviest parts ({@link
 *       org.yujian.search.opensearch.LeadingParts}).
 *   <li>No client library: ten requests with the client of the JDK.
 * </ul>
 */
package org.yujian.search.opensearch;
