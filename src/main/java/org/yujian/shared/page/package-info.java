/**
 * Paging by key, written once: cursors, the limit, and the page that is built from one row more
 * than was asked for. No offsets and no totals (design, section 3).
 *
 * <p>Owns no tables. Price: no jumping to page 17.
 */
package org.yujian.shared.page;
