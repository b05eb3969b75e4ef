package org.yujian.search.text;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the two files of {@link Pinyin} from the dictionaries in {@code com.github.houbb:pinyin}:
 * 41,451 characters with their readings and 42,987 words. The words say which reading is usual and
 * which ones are in use; of the words themselves only those are kept that read otherwise than their
 * characters do alone.
 */
final class PinyinLists {
  /** Words the dictionary lacks. */
  private static final Map<String, String> MORE = Map.of("行长", "háng zhǎng", "会稽", "kuài jī");

  /** From so many words on, what no word uses is out of use: 女 is not read ru. */
  private static final int ENOUGH = 20;

  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private final Map<String, List<String>> readings = new TreeMap<>();
  private final Map<String, List<String>> words = new TreeMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  private PinyinLists() {
    for (String line : Lines.of("/pinyin_dict_phrase.txt")) {
      addWord(line.split(":")[0], line.split(":")[1]);
    }
    MORE.forEach(this::addWord);
    Map<String, String> dictionary = new LinkedHashMap<>();
    Lines.of("/pinyin_dict_char.txt")
        .forEach(line -> dictionary.put(line.split(":")[0], line.split(":")[1]));
    dictionary.forEach(
        (character, all) -> {
          if (Folding.fold(character).equals(character)) {
            readings.put(character, usual(character, plain(all.split(","))));
          }
        });
    // A text may be folded already: 干隆 is 乾隆, so 干 is also read as 乾 is.
    dictionary.forEach(
        (character, all) -> {
          List<String> simplified = readings.get(Folding.fold(character));
          String first = plainAll(all.split(",")).get(0);
          if (simplified != null && !simplified.contains(first)) {
            simplified.add(first);
          }
        });
  }

  /** Readings, most usual first, and all characters that have exactly these: "xing hang heng 行". */
  static List<String> characters() {
    Map<String, StringBuilder> lines = new TreeMap<>();
    new PinyinLists()
        .readings.forEach(
            (character, all) ->
                lines
                    .computeIfAbsent(String.join(" ", all), key -> new StringBuilder())
                    .append(character));
    return lines.entrySet().stream().map(line -> line.getKey() + " " + line.getValue()).toList();
  }

  /** A word and its syllables: "银行 yin hang". */
  static List<String> words() {
    PinyinLists made = new PinyinLists();
    return made.words.entrySet().stream()
        .filter(word -> !word.getValue().equals(made.alone(word.getKey())))
        .map(word -> word.getKey() + " " + String.join(" ", word.getValue()))
        .toList();
  }

  private void addWord(String word, String syllables) {
    List<String> plain = plainAll(syllables.split(" "));
    words.putIfAbsent(Folding.fold(word), plain);
    int[] characters = word.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      uses.merge(Character.toString(characters[i]) + plain.get(i), 1, Integer::sum);
    }
  }

  private List<String> usual(String character, Set<String> all) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    all.forEach(reading -> counts.put(reading, uses.getOrDefault(character + reading, 0)));
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    List<String> sorted = new ArrayList<>(all);
    String first = sorted.get(0);
    // The dictionary's first reading stays first unless the words say otherwise clearly.
    Map<String, Integer> weights = new HashMap<>(counts);
    weights.merge(first, Math.max(ENOUGH, counts.get(first)), Integer::sum);
    sorted.sort(Comparator.comparing(weights::get, Comparator.reverseOrder()));
    sorted.removeIf(reading -> total >= ENOUGH && counts.get(reading) == 0);
    return sorted;
  }

  private List<String> alone(String word) {
    return word.codePoints()
        .mapToObj(c -> readings.getOrDefault(Character.toString(c), List.of("")).get(0))
        .toList();
  }

  private static Set<String> plain(String... syllables) {
    return new LinkedHashSet<>(plainAll(syllables));
  }

  private static List<String> plainAll(String... syllables) {
    return Arrays.stream(syllables).map(PinyinLists::withoutTone).toList();
  }

  /** The diaeresis makes a v of its u; what is left above letters are tones. */
  private static String withoutTone(String syllable) {
    return NFD.normalize(syllable).replace("u\u0308", "v").replaceAll("\\p{Mn}", "");
  }
}
