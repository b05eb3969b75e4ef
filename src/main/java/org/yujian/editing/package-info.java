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
 * <p>An export is the draft, or else the live copy, as a file. Its bytes depend on the text only,
 * so that their hash is the ETag. Price: the file is written before a client learns that it has it.
 *
 * <p>A preview link is signed, expires with its draft, grants access like a key, and is not stored.
 */
package org.yujian.editing;
