package org.yujian.search;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.yujian.change.SyncToken;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.SearchIndex;

/**
 * The generations that an engine has, by what they are good for. Each may be null.
 *
 * @param good has the right rules, and the log reaches back to its position
 * @param empty has the right rules and was not used yet
 * @param old may be searched until there is another one
 * @param next number for one more
 */
record Generations(Stored good, Stored empty, Stored old, int next) {

  /**
   * A generation and how far its last commit is.
   *
   * @param position null for none
   */
  record Stored(IndexGeneration index, IndexPosition position) {

    private static Stored of(SearchIndex engine, String name) {
      IndexGeneration index = engine.open(name);
      return new Stored(index, index.position().flatMap(IndexPosition::of).orElse(null));
    }

    /** Whether it was made and not used, by another node that starts too, or before a failure. */
    private boolean isEmpty() {
      if (position != null) {
        return false;
      }
      index.refresh();
      return index.size() == 0;
    }

    private Stored whole(Stored otherwise) {
      return position != null && position.whole() ? this : otherwise;
    }

    boolean follows(IndexRules rules) {
      return GenerationName.of(index.name()).filter(one -> one.rules().equals(rules)).isPresent();
    }
  }

  /**
   * @param epoch of the change log
   * @param reaches whether the log reaches back to a position
   */
  static Generations of(
      SearchIndex engine, IndexRules rules, long epoch, Predicate<SyncToken> reaches) {
    Map<Integer, String> ours = new TreeMap<>(Comparator.reverseOrder());
    Stored old = null;
    for (String name : engine.names()) {
      Optional<GenerationName> known = GenerationName.of(name);
      if (known.filter(one -> one.follows(rules, epoch)).isPresent()) {
        ours.put(known.get().number(), name);
      } else if (known.filter(one -> one.searchable(rules, epoch)).isPresent()) {
        old = Stored.of(engine, name).whole(old);
      }
    }
    Stored good = null;
    Stored empty = null;
    for (String name : ours.values()) {
      Stored found = Stored.of(engine, name);
      if (good == null && found.position() != null && reaches.test(found.position().token())) {
        good = found;
      } else if (empty == null && found.isEmpty()) {
        empty = found;
      } else {
        old = found.whole(old);
      }
    }
    return new Generations(good, empty, old, 1 + ours.keySet().stream().findFirst().orElse(0));
  }
}
