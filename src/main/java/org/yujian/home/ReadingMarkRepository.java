package org.yujian.home;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.reader.ReadersJoining;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** Queries of reading state; results by id have no order. */
@ApplicationScoped
class ReadingMarkRepository implements PanacheRepositoryBase<ReadingMark, ReadingMark.Key> {

  private static final String ROWS =
      """
      select m, a.liveRev
      from ReadingMark m join Article a on a.id = m.articleId
      """;

  private static final String UNITE =
      """
      insert into article_state as own (reader_key, article_id, account_id, feed_order,
        read, read_rev, read_at, star, star_at, star_seq,
        position_block, position_offset, position_at, seq)
      select :into, article_id, account_id, feed_order,
        read, read_rev, read_at, star, star_at, case when star then :after + n else 0 end,
        position_block, position_offset, position_at, :after + n
      from (select *, row_number() over (order by star_seq, seq) as n
        from article_state where reader_key = :from) theirs
      on conflict (reader_key, article_id) do update set
        read = own.read or excluded.read,
        read_rev = greatest(own.read_rev, excluded.read_rev),
        read_at = case when coalesce(excluded.read_rev > own.read_rev, own.read_rev is null)
          then excluded.read_at else own.read_at end,
        star = case when coalesce(excluded.star_at > own.star_at, own.star_at is null)
          then excluded.star else own.star end,
        star_seq = case
          when not coalesce(excluded.star_at > own.star_at, own.star_at is null)
            or own.star and excluded.star then own.star_seq
          else excluded.star_seq end,
        star_at = greatest(own.star_at, excluded.star_at),
        (position_block, position_offset) = (select w.block, w.place from (values
            (own.position_at, 1, own.position_block, own.position_offset),
            (excluded.position_at, 2, excluded.position_block, excluded.position_offset))
          as w (at, whose, block, place) order by w.at desc nulls last, w.whose limit 1),
        position_at = greatest(own.position_at, excluded.position_at),
        seq = excluded.seq
      """;

  private final Sql sql;

  ReadingMarkRepository(Sql sql) {
    this.sql = sql;
  }

  /** Marks that changed after the reader's change {@code seq}, in the order of the changes. */
  List<MarkRow> changedSince(long readerKey, long seq, int limit) {
    return find(ROWS + " where m.readerKey = ?1 and m.seq > ?2 order by m.seq", readerKey, seq)
        .project(MarkRow.class)
        .page(0, limit)
        .list();
  }

  /** Starred marks, latest starred first. */
  List<MarkRow> starred(long readerKey, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), MarkRow.class, ROWS)
        .and("m.readerKey = :reader", "reader", readerKey)
        .and("m.star = true")
        .newestFirst("m.starSeq", page);
  }

  List<MarkRow> rows(long readerKey, Collection<UUID> articles) {
    return find(ROWS + " where m.readerKey = ?1 and m.articleId in ?2", readerKey, articles)
        .project(MarkRow.class)
        .list();
  }

  List<ReadingMark> of(long readerKey, Collection<UUID> articles) {
    return list("readerKey = ?1 and articleId in ?2", readerKey, articles);
  }

  /** Articles of these ids that are or were live. */
  List<MarkedArticle> articles(Collection<UUID> ids) {
    return find(
            """
            select id, accountId, feedOrder, liveRev from Article
            where id in ?1 and liveRev > 0
            """,
            ids)
        .project(MarkedArticle.class)
        .list();
  }

  Optional<Long> feedOrder(UUID article) {
    return articles(List.of(article)).stream().map(MarkedArticle::feedOrder).findFirst();
  }

  /** Whether any article has a feed order in this range. */
  boolean isPlace(long lowest, long highest) {
    return find("select 1 from Article where feedOrder between ?1 and ?2", lowest, highest)
        .project(Integer.class)
        .firstResultOptional()
        .isPresent();
  }

  /** Writes new and changed marks in two round trips, regardless of their number. */
  void write(Collection<ReadingMark> changed) {
    sql.batchSize(changed.size());
    persist(changed);
    flush();
  }

  /** Moves one reader's marks to the joined reader and merges marks of the same article. */
  void unite(ReadersJoining both, long after) {
    sql.statement(UNITE)
        .set("from", both.from())
        .set("into", both.into())
        .set("after", after)
        .run();
  }
}
