/**
 * Searching: every sequence of characters that a reader can see, in articles and in the names of
 * accounts and tags; for the desk in drafts too. Owns {@code article_search}, {@code name_search},
 * {@code desk_search}, {@code gram_share}, {@code search_state}, {@code search_purge}, {@code
 * suggestion}, {@code suggestion_key} and {@code article_term}; reads through {@code edition},
 * {@code account} and {@code tag}. The rules of folding and of grams are in {@link
 * org.yujian.search.text}.
 *
 * <p>The index is a projection: {@link org.yujian.search.SearchProjection} observes {@link
 * org.yujian.change.ChangeAppended} and writes in the transaction that changes the thing, so what
 * is live is found at that commit on every node, and nothing else is. Price: an edition that goes
 * live is folded while the change log's lock is held, some milliseconds an article, and the index
 * is about as large as the text.
 *
 * <p>Among the grams of an article stand marks of the parts of the feed that it lies in ({@link
 * org.yujian.search.Bands}), among those of its title too: the newest with a common word are found
 * by the index alone, part by part, and a sample of parts says how common a phrase is.
 *
 * <p>Names of accounts are not part of an article's text: a rename is one row, and who searches a
 * name finds the account first. Of several terms one may be the name of an account.
 *
 * <p>Drafts are only marked by a trigger, and folded by {@link org.yujian.search.SearchIndexer} or
 * by the next search at the desk, whichever comes first. Rows of older folding rules wait in the
 * same way: searches go on meanwhile, with what those rules found, and nobody keeps these answers
 * ({@link org.yujian.search.IndexSnapshot}).
 *
 * <p>Suggestions belong to the same projection: names, and the parts of titles with how many live
 * articles have them; each by its letters, pinyin and initials. There is no list of the words of
 * texts: pinyin is turned into the usual characters, and the index is asked which pairs of them
 * exist ({@link org.yujian.search.WordSearch}). So initials find names and titles, but no word that
 * stands only in texts. What Latin letters do not find is searched as pinyin in the same request
 * ({@link org.yujian.search.PinyinSearch}).
 *
 * <p>Beside this index in PostgreSQL each node has one of a search engine ({@link
 * org.yujian.search.index}), for questions that few articles answer exactly. {@link
 * org.yujian.search.SearchFeeder} feeds it from the change log; the position is stored in the
 * engine's own commit, so that index and position agree after any crash. A search waits until its
 * node's index is at the end of the log ({@link org.yujian.search.CurrentIndex}). Price: each node
 * reads and indexes every change, and after another release's rules the index is filled again
 * beside the old one, which is not fed meanwhile. Where nodes share an engine instead, each of them
 * feeds it; {@link org.yujian.search.opensearch} has the rules for that.
 *
 * <p>Searches are {@link org.yujian.shared.edge.LongRead long reads}: they wait in a line of their
 * own, so that the costliest question leaves lists their threads.
 */
package org.yujian.search;
