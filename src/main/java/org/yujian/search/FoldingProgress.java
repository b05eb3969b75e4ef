package org.yujian.search;

import java.util.Locale;
import java.util.Optional;

/** What the console says while the index is made anew: at the beginning, each tenth, at the end. */
final class FoldingProgress {

  /** So few are no news. */
  private static final long FEW = 1_000;

  private static final int PARTS = 10;

  private long most;
  private long part;

  /** A line, when there is something new to say. */
  Optional<String> line(long waiting) {
    if (most == 0 && waiting <= FEW) {
      return Optional.empty();
    }
    if (waiting > most) {
      most = waiting;
      part = 0;
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%,d articles and names wait to be folded for searching; until then some may be"
                  + " missing",
              waiting));
    }
    long all = most;
    long now = (all - waiting) * PARTS / all;
    if (now == part) {
      return Optional.empty();
    }
    part = now;
    if (waiting == 0) {
      most = 0;
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%,d of %,d articles and names are folded for searching",
            all - waiting,
            all));
  }
}
