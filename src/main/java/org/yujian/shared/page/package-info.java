/**
 * Keyset paging for all lists ({@code docs/decisions/04-keyset-paging.md}), and SQL for
 * repositories ({@code 07-ways-to-the-database.md}). Owns no tables. Price: no jumping to page 17,
 * no totals.
 *
 * <p>Queries of entities and of the desk are JPQL. Public reads are a {@link
 * org.yujian.shared.page.SqlQuery}, with the rows that they refer to in the same statement. A
 * response built from several statements begins a transaction and {@link
 * org.yujian.shared.transaction.ReadSnapshot}, unless the first rows can never change. Columns of a
 * record are next to the record ({@code SELECT} and {@code of}), because they change together.
 */
package org.yujian.shared.page;
