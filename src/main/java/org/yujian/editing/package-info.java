/**
 * The desk: drafts, revisions and their comparison, previews, settings of editions and articles,
 * search over drafts. HTTP API for editors and integrators; publishing is done by {@code edition}.
 * Owns {@code preview_key}; reads and writes the tables of {@code edition} through its
 * repositories.
 *
 * <p>Bodies are parsed and cleaned before a transaction begins. An edition is never empty: it is
 * deleted when its last article is moved out or deleted, and the response says so. Price: the
 * caller learns it only afterwards.
 *
 * <p>A preview link is signed, expires with its draft, grants access like a key, and is not stored.
 */
package org.yujian.editing;
