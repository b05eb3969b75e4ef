package org.yujian.shared.problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Collects all exceptions behind a failure, for code that needs the root cause. */
public final class Causes {
  private static final int MAX = 40;

  private Causes() {}

  /**
   * The failure and its causes, outermost first, then suppressed exceptions with their causes: the
   * transaction manager hides there why a commit failed.
   */
  public static List<Throwable> of(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> all = new ArrayList<>();
    Deque<Throwable> heads = new ArrayDeque<>(List.of(failure));
    while (!heads.isEmpty()) {
      Collection<Throwable> chain = new ArrayList<>();
      Throwable next = heads.poll();
      while (next != null && seen.size() < MAX && seen.add(next)) {
        chain.add(next);
        next = next.getCause();
      }
      all.addAll(chain);
      chain.forEach(one -> heads.addAll(Arrays.asList(one.getSuppressed())));
    }
    return all;
  }
}
