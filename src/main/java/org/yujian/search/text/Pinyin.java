package org.yujian.search.text;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Pinyin for suggestions: what a keyboard without Chinese can type. Toneless, ü is v, and all
 * readings of characters that have several: 行长 is hangzhang, and xingzhang, hangchang, … behind it.
 */
public final class Pinyin {
  static final String CHARACTERS = "/search/pinyin.txt";
  static final String WORDS = "/search/pinyin-words.txt";

  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private Pinyin() {}

  /**
   * One way to read a text. Latin letters and digits stand in both forms, in lower case.
   *
   * @param full all syllables: yuyuan
   * @param initials the first letter of each: yy
   */
  public record Reading(String full, String initials) {}

  /**
   * At most {@code max} readings, each once, the most usual first: words that are known decide (重庆
   * is chongqing), then how often a character is read so. Other than Chinese characters, Latin
   * letters and digits are left out; no reading when nothing is left.
   */
  public static List<Reading> readings(String text, int max) {
    List<Path> best = List.of(new Path(null, "", "", 0));
    for (PinyinWords.Syllable syllable : syllables(Folding.fold(text))) {
      best = longer(best, syllable, max);
    }
    Set<Reading> readings = new LinkedHashSet<>();
    best.forEach(path -> readings.add(path.reading()));
    readings.removeIf(reading -> reading.full().isEmpty());
    return List.copyOf(readings);
  }

  /**
   * Whether a folded query may be pinyin: Latin letters, with digits, spaces and what parts
   * syllables (xi'an) at most. {@link #readings} of it has one element, to compare with.
   */
  public static boolean isLatinQuery(String folded) {
    boolean letter = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean latin = (c >= 'a' && c <= 'z') || c == 'ü';
      if (!latin && (c < '0' || c > '9') && " '’-".indexOf(c) < 0) {
        return false;
      }
      letter |= latin;
    }
    return letter;
  }

  /** Costs add up, so the best of the whole are among the best of each beginning. */
  private static List<Path> longer(List<Path> best, PinyinWords.Syllable syllable, int max) {
    List<Path> longer = new ArrayList<>();
    for (int rank = 0; rank < syllable.readings().size(); rank++) {
      String reading = syllable.readings().get(rank);
      String initial = syllable.latin() ? reading : reading.substring(0, 1);
      int cost = rank * syllable.step();
      best.forEach(path -> longer.add(new Path(path, reading, initial, path.cost() + cost)));
    }
    longer.sort(Comparator.comparingInt(Path::cost));
    return longer.size() <= max ? longer : longer.subList(0, max);
  }

  private static List<PinyinWords.Syllable> syllables(String folded) {
    List<PinyinWords.Syllable> syllables = new ArrayList<>();
    PinyinWords words = PinyinWords.get();
    int at = 0;
    while (at < folded.length()) {
      int c = folded.codePointAt(at);
      List<PinyinWords.Syllable> word = words.at(folded, at);
      if (word.isEmpty()) {
        String latin = latin(c);
        if (!latin.isEmpty()) {
          syllables.add(new PinyinWords.Syllable(List.of(latin), 0, true));
        }
        at += Character.charCount(c);
      } else {
        syllables.addAll(word);
        at = folded.offsetByCodePoints(at, word.size());
      }
    }
    return syllables;
  }

  /** A letter without its marks, a digit, or nothing. */
  private static String latin(int c) {
    if (c == 'ü') {
      return "v";
    }
    int base = c < 0x80 ? c : NFD.normalize(Character.toString(c)).codePointAt(0);
    boolean kept = (base >= 'a' && base <= 'z') || (base >= '0' && base <= '9');
    return kept ? Character.toString(base) : "";
  }

  /** A reading of a beginning, linked back to its own beginning. */
  private record Path(Path before, String syllable, String initial, int cost) {

    Reading reading() {
      List<Path> all = new ArrayList<>();
      for (Path path = this; path != null; path = path.before()) {
        all.add(path);
      }
      StringBuilder full = new StringBuilder();
      StringBuilder initials = new StringBuilder();
      for (int i = all.size() - 1; i >= 0; i--) {
        full.append(all.get(i).syllable());
        initials.append(all.get(i).initial());
      }
      return new Reading(full.toString(), initials.toString());
    }
  }
}
