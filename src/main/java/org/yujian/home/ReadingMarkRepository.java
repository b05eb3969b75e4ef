package org.yujian.home;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All query text about what readers did with articles. */
@ApplicationScoped
class ReadingMarkRepository implements PanacheRepositoryBase<ReadingMark, ReadingMark.Key> {

  private static final String ROWS =
      """
      select new MarkRow(m, a.liveRev)
      from ReadingMark m join Article a on a.id = m.articleId
      """;

  /** What changed after that number of the reader's changes, in their order. */
  List<MarkRow> changedSince(long readerKey, long seq, int limit) {
    return getEntityManager()
        .createQuery(
            ROWS + " where m.readerKey = :reader and m.seq > :seq order by m.seq", MarkRow.class)
        .setParameter("reader", readerKey)
        .setParameter("seq", seq)
        .setMaxResults(limit)
        .getResultList();
  }
}
