/**
 * Paging by key, written once: cursors, the limit, and the page that is built from one row more
 * than was asked for. No offsets and no totals (design, section 3). Queries are JPQL, except what
 * everybody reads: those are SQL whose rows come straight from the driver ({@link
 * org.yujian.shared.page.SqlQuery}), at a third of the cost. What such rows mention comes by the
 * same statement ({@link org.yujian.shared.page.SqlPart}): one round trip, and one snapshot without
 * a transaction (design E3). An answer of several statements begins a transaction and {@link
 * org.yujian.shared.transaction.ReadSnapshot}, unless what it read before can never change.
 *
 * <p>Query text stands in repositories. The columns that a record is made of stand beside it, with
 * the numbers by which it reads them ({@code SELECT} and {@code of}): they change together.
 *
 * <p>Owns no tables. Price: no jumping to page 17.
 */
package org.yujian.shared.page;
