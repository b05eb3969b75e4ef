package org.yujian.change;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** How far the log is read and what changed last, for many threads: each call is one moment. */
final class KnownChanges {

  /** About 100 bytes each. */
  private static final int SCOPES = 200_000;

  private Moment moment = new Moment(0, 0);
  private LastChanges last = new LastChanges(SCOPES, 0);

  synchronized Moment moment() {
    return moment;
  }

  synchronized long last(Scope scope) {
    return last.of(scope);
  }

  synchronized boolean unchanged(Moment since, Collection<Scope> scopes) {
    return since.generation() == moment.generation()
        && (since.seq() == moment.seq()
            || scopes.stream().allMatch(scope -> since.seq() >= last.of(scope)));
  }

  synchronized <T> List<T> unchanged(
      Collection<T> made, Function<T, Moment> since, Function<T, Scope> scope) {
    return made.stream()
        .filter(one -> unchanged(since.apply(one), List.of(scope.apply(one))))
        .toList();
  }

  synchronized void add(List<CommittedChange> rows) {
    rows.forEach(last::add);
    moment = new Moment(moment.generation(), rows.get(rows.size() - 1).seq());
  }

  /** Begins again: all up to this number counts as changed by it. */
  synchronized void reset(long seq) {
    last = new LastChanges(SCOPES, seq);
    moment = new Moment(moment.generation() + 1, seq);
  }
}
