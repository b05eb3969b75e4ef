package org.yujian.home;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yujian.reader.ReaderChanges;
import org.yujian.reader.ReaderIdentity;
import org.yujian.reader.ReadersJoining;
import org.yujian.shared.page.Ids;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Reads and changes marks; each change locks the reader. */
@ApplicationScoped
class MarkService {

  private final ReadingMarkRepository marks;
  private final ReaderChanges changes;
  private final DatabaseClock clock;

  MarkService(ReadingMarkRepository marks, ReaderChanges changes, DatabaseClock clock) {
    this.marks = marks;
    this.changes = changes;
    this.clock = clock;
  }

  /** Applies operations in order, with a constant number of statements. */
  @RetryOnConflict
  @Transactional
  MarkResults apply(List<MarkOp> ops, ReaderIdentity who) {
    long reader = changes.lock(who);
    Set<UUID> ids = ops.stream().map(MarkOp::articleId).collect(toSet());
    Map<UUID, MarkedArticle> articles =
        marks.articles(ids).stream().collect(toMap(MarkedArticle::id, identity()));
    Map<UUID, ReadingMark> known =
        marks.of(reader, ids).stream().collect(toMap(mark -> mark.articleId, identity()));
    MarkChanges work = new MarkChanges(reader, articles, known, clock.now());
    List<String> results = ops.stream().map(work::apply).toList();
    count(reader, work.changed());
    return new MarkResults(
        IntStream.range(0, ops.size())
            .mapToObj(i -> result(ops.get(i), results.get(i), work))
            .toList());
  }

  /** Marks an article as read in its live revision; nothing happens for an unknown one. */
  @RetryOnConflict
  @Transactional
  void read(UUID article, ReaderIdentity who) {
    apply(List.of(new MarkOp(1L, article, true, null, null, null, clock.now())), who);
  }

  private static MarkResult result(MarkOp op, String result, MarkChanges work) {
    return new MarkResult(op.clientSeq(), op.articleId(), result, work.view(op.articleId()));
  }

  private void count(long reader, Collection<ReadingMark> changed) {
    if (!changed.isEmpty()) {
      long seq = changes.before(reader, changed.size());
      for (ReadingMark mark : changed) {
        mark.count(++seq);
      }
      marks.write(changed);
    }
  }

  @Transactional
  MarkList list(List<UUID> articleIds, ReaderIdentity who) {
    Map<UUID, ReaderMark> found =
        marks.rows(who.key(), articleIds).stream()
            .map(MarkRow::view)
            .collect(toMap(ReaderMark::articleId, identity()));
    return new MarkList(Ids.inOrder(new LinkedHashSet<>(articleIds), found));
  }

  /** Merges marks of two readers: read by one is read; the later star and position win. */
  @Transactional(TxType.MANDATORY)
  void join(@Observes ReadersJoining both) {
    int theirs = Math.toIntExact(marks.count("readerKey", both.from()));
    if (theirs > 0) {
      marks.unite(both, changes.before(both.into(), theirs));
    }
  }
}
