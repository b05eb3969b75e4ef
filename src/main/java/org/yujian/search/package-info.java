/**
 * Searching: every sequence of characters that a reader can see, in articles and in the names of
 * accounts and tags. Owns {@code name_search}, {@code search_purge}, {@code suggestion}, {@code
 * suggestion_key}, {@code suggestion_state} and {@code article_term}, and, until the release after
 * this one drops them, {@code article_search}, {@code desk_search}, {@code gram_share} and {@code
 * search_state}. The rules of folding are in {@link org.yujian.search.text}.
 *
 * <p>Articles are found by a search engine ({@link org.yujian.search.index}) whose index each node
 * keeps for itself. {@link org.yujian.search.SearchFeeder} feeds it from the change log; the
 * position is stored in the engine's own commit, so that index and position agree after any crash.
 * A search waits until its node's index is at the end of the log ({@link
 * org.yujian.search.CurrentIndex}). Price: each node reads and indexes every change, and after
 * another release's rules the index is filled again beside the old one. Searches use the old one
 * until the new one is whole; it gets new articles folded by the new rules, and loses withdrawn
 * ones ({@link org.yujian.search.PreviousIndex}). Until then a question may miss older articles
 * whose folding changed, and its answer is kept by no cache. Where nodes share an engine instead,
 * each of them feeds it; {@link org.yujian.search.opensearch} has the rules for that.
 *
 * <p>{@link org.yujian.search.ArticleSearch} finds one term, {@link org.yujian.search.RankedSearch}
 * several, {@link org.yujian.search.RelaxedSearch} what fits a question mostly. Scores depend on
 * nothing but an article and what the cursor keeps, so pages fit together whatever is written
 * meanwhile, and all nodes rank alike. Highlights come from the original texts.
 *
 * <p>Names of accounts are not part of an article's text: a rename is one row, and who searches a
 * name finds the account first. Of several terms each may be in the name of the account. Names, and
 * the suggestions that are made of names and titles, are in PostgreSQL: {@link
 * org.yujian.search.SearchProjection} observes {@link org.yujian.change.ChangeAppended} and writes
 * them in the transaction that changes the thing. Names and suggestions that older rules made are
 * made again by {@link org.yujian.search.NameIndexer}.
 *
 * <p>There is no list of the words of texts: pinyin is turned into the usual characters, and the
 * index is asked which pairs of them exist ({@link org.yujian.search.WordSearch}). So initials find
 * names and titles, but no word that stands only in texts. What Latin letters do not find is
 * searched as pinyin in the same request ({@link org.yujian.search.PinyinSearch}).
 *
 * <p>Drafts are in no index: the desk reads them one after the other, and asks {@link
 * org.yujian.search.LiveSearch} for the live ones.
 *
 * <p>Searches are {@link org.yujian.shared.edge.LongRead long reads}: they wait in a line of their
 * own, so that the costliest question leaves lists their threads.
 */
package org.yujian.search;
