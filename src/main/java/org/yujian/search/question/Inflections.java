package org.yujian.search.question;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Other forms of an English word: plural and singular, -ed, -ing. A form that does not exist does
 * no harm: no article has it. So rules suffice where a stemmer would make other words equal, too.
 */
final class Inflections {
  /** Shorter words end in s or ed by chance: bus, bed. */
  private static final int SHORTEST = 4;

  private static final int SHORTEST_BASE = 3;

  /** Bounds the clauses of a query; the most usual forms come first. */
  private static final int MOST_FORMS = 8;

  private static final Set<String> UNCHANGED =
      Set.of("news", "series", "species", "during", "evening", "ceiling", "hundred", "always");

  private static final List<String[]> IRREGULAR =
      Arrays.stream(
              "child children,man men,woman women,foot feet,tooth teeth,mouse mice,person people,"
                  .concat("life lives,wife wives,knife knives,leaf leaves,half halves,")
                  .concat("shelf shelves,datum data,medium media,criterion criteria")
                  .split(","))
          .map(pair -> pair.split(" "))
          .toList();

  private static final Map<String, String> ENDINGS =
      Map.of("ies", "y", "ied", "y", "es", "", "s", "", "ed", "", "ing", "");

  /** Of one short vowel and one consonant at the end: stop, plan. */
  private static final Pattern DOUBLING = Pattern.compile("[^aeiou]+[aeiou][^aeiouwxy]");

  private Inflections() {}

  /** The word first, then its other forms; only the word when it is not of plain letters. */
  static Set<String> of(String word) {
    Set<String> forms = new LinkedHashSet<>(List.of(word));
    boolean plain = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    if (!plain || UNCHANGED.contains(word) || word.length() < SHORTEST_BASE) {
      return forms;
    }
    for (String[] pair : IRREGULAR) {
      if (pair[0].equals(word) || pair[1].equals(word)) {
        forms.addAll(List.of(pair));
        return forms;
      }
    }
    Set<String> bases = new LinkedHashSet<>(List.of(word));
    if (word.length() >= SHORTEST) {
      ENDINGS.forEach((ending, instead) -> addBases(bases, word, ending, instead));
    }
    forms.addAll(bases);
    bases.forEach(base -> addForms(forms, base));
    return forms.stream().limit(MOST_FORMS).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void addBases(Set<String> bases, String word, String ending, String instead) {
    String base = word.substring(0, Math.max(0, word.length() - ending.length())) + instead;
    boolean noPlural = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
    boolean noPast = word.endsWith("eed");
    if (!word.endsWith(ending)
        || ending.endsWith("s") && noPlural
        || ending.equals("ed") && noPast
        || base.length() < SHORTEST_BASE
        || base.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0)) {
      return;
    }
    bases.add(base);
    if (ending.equals("ed") || ending.equals("ing")) {
      int last = base.length() - 1;
      if (base.charAt(last) == base.charAt(last - 1)) {
        bases.add(base.substring(0, last));
      } else {
        bases.add(base + "e");
      }
    }
  }

  private static void addForms(Set<String> forms, String base) {
    String stem = base.substring(0, base.length() - 1);
    if (base.endsWith("s")) {
      forms.add(base + "es");
      return;
    }
    forms.add(base + "s");
    if (base.endsWith("y")) {
      forms.addAll(List.of(stem + "ies", stem + "ied", base + "ing", base + "ed"));
    } else if (base.endsWith("e")) {
      forms.addAll(List.of(base + "d", stem + "ing"));
    } else {
      forms.addAll(List.of(base + "es", base + "ed", base + "ing"));
      char last = base.charAt(base.length() - 1);
      if (DOUBLING.matcher(base).matches()) {
        forms.addAll(List.of(base + last + "ed", base + last + "ing"));
      }
    }
  }
}
