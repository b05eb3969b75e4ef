/**
 * Keyset paging for all lists: cursors, the limit, and pages built from one row more than
 * requested. No offsets and no totals (design, section 3). Queries of entities and of the desk are
 * JPQL. Public reads are SQL whose rows come straight from the driver ({@link
 * org.yujian.shared.page.SqlQuery}), at a third of the cost. Rows that they refer to are fetched by
 * the same statement ({@link org.yujian.shared.page.SqlPart}): one round trip, and one snapshot
 * without a transaction (design E3). Where JPQL has no form, an entity repository runs a {@link
 * org.yujian.shared.page.SqlStatement}. A response built from several statements begins a
 * transaction and {@link org.yujian.shared.transaction.ReadSnapshot}, unless what it read first can
 * never change.
 *
 * <p>Query text is in repositories. The columns of a record are next to the record, with the column
 * numbers by which it reads them ({@code SELECT} and {@code of}), because they change together.
 *
 * <p>Owns no tables. Price: no jumping to page 17.
 */
package org.yujian.shared.page;
