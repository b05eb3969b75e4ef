package org.yujian.search.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yujian.search.index.Clause;
import org.yujian.search.text.PairSounds;

/** Units of Chinese: each two adjacent characters of a run, with their sound. */
final class HanUnits {
  private final String text;

  /** By place in the question, sounds of a character and the next one. */
  private final List<Set<String>> sounds;

  /**
   * @param homophones whether pairs also hold by their sound
   */
  HanUnits(String text, boolean homophones) {
    this.text = text;
    this.sounds = homophones ? PairSounds.byPlace(text) : List.of();
  }

  /**
   * The units of segments without a gap between them.
   *
   * @param first number of the first segment
   */
  List<Unit> of(List<Segments.Segment> run, int first) {
    int start = run.get(0).start();
    int end = run.get(run.size() - 1).end();
    List<Unit> units = new ArrayList<>();
    if (text.codePointCount(start, end) == 1) {
      units.add(unit(start, end, first, Unit.Share.WEAK, ""));
      return units;
    }
    int segment = 0;
    int at = start;
    int next = text.offsetByCodePoints(at, 1);
    while (next < end) {
      if (at >= run.get(segment).end()) {
        segment++;
      }
      int to = text.offsetByCodePoints(next, 1);
      Unit.Share share = share(run.get(segment), to);
      String longer = to < end ? text.substring(at, text.offsetByCodePoints(to, 1)) : "";
      units.add(unit(at, to, first + segment, share, longer));
      at = next;
      next = to;
    }
    return units;
  }

  /** Of a pair that ends there. */
  private Unit.Share share(Segments.Segment word, int to) {
    if (to > word.end()) {
      return Unit.Share.WEAK;
    }
    return to > word.core()
        ? Unit.Share.ADDED
        : Unit.Share.inWord(text.codePointCount(word.start(), word.core()));
  }

  private Unit unit(int from, int to, int segment, Unit.Share share, String longer) {
    String characters = text.substring(from, to);
    boolean pair = !sounds.isEmpty() && to - from == 2 && !Character.isSurrogate(text.charAt(from));
    List<String> read = pair ? List.copyOf(sounds.get(from)) : List.of();
    return new Unit(
        from,
        to,
        segment,
        share,
        field -> List.of(new Clause.Contains(field, characters)),
        field -> read.stream().map(sound -> (Clause) new Clause.Sound(field, sound)).toList(),
        false,
        share == Unit.Share.WEAK ? List.of() : List.of(characters),
        longer);
  }
}
