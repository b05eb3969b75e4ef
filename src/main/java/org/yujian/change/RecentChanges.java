package org.yujian.change;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** How far this node has read the log, and the last change of each scope; thread-safe. */
final class RecentChanges {

  /** Number of scopes kept, about 100 bytes each. */
  private static final int SCOPES = 200_000;

  private LogPosition position = new LogPosition(0, 0);
  private LastChanges last = new LastChanges(SCOPES, 0);

  synchronized LogPosition position() {
    return position;
  }

  synchronized long last(Scope scope) {
    return last.of(scope);
  }

  synchronized boolean unchanged(LogPosition since, Collection<Scope> scopes) {
    return since.generation() == position.generation()
        && (since.seq() == position.seq()
            || scopes.stream().allMatch(scope -> since.seq() >= last.of(scope)));
  }

  synchronized <T> List<T> unchanged(
      Collection<T> made, Function<T, LogPosition> since, Function<T, Scope> scope) {
    return made.stream()
        .filter(one -> unchanged(since.apply(one), List.of(scope.apply(one))))
        .toList();
  }

  synchronized void add(List<CommittedChange> rows) {
    rows.forEach(last::add);
    position = new LogPosition(position.generation(), rows.get(rows.size() - 1).seq());
  }

  synchronized void reset(long seq) {
    last = new LastChanges(SCOPES, seq);
    position = new LogPosition(position.generation() + 1, seq);
  }
}
