/**
 * The port to a search engine: what is written to an index and what is asked of it, independent of
 * the engine. Knows no other feature. Texts arrive folded; no engine analyzes them. An index is fed
 * from the change log and can always be made again.
 */
package org.yujian.search.index;
