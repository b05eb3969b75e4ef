/**
 * Paging by key, written once: cursors, the limit, and the page that is built from one row more
 * than was asked for. No offsets and no totals (design, section 3). Queries are JPQL, except what
 * everybody reads: those are SQL whose rows come straight from the driver ({@link
 * org.yujian.shared.page.SqlQuery}), at a third of the cost.
 *
 * <p>Owns no tables. Price: no jumping to page 17.
 */
package org.yujian.shared.page;
