/**
 * The synonyms of the installation: groups of words that mean the same in searches, edited at the
 * desk. Owns the table {@code search_synonyms}.
 *
 * <p>A changed list changes search results, so it has rows in the change log, by which every node
 * drops its copy of the list ({@link org.yujian.search.synonym.SynonymDictionary}) and its cached
 * searches. These rows have the type {@code tag} and the id {@link
 * org.yujian.search.synonym.SynonymService#ID}, which no tag has: nodes of earlier releases know no
 * other types, and a row for an entity that does not exist is reported by no consumer. Price: all
 * cached lists of tags are computed again, and live hints are sent for nothing.
 */
package org.yujian.search.synonym;
