package org.yujian.ingest.healing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yujian.ingest.healing.SourceLine.Form;

/**
 * Recognizes turns, the words of a speaker in an interview: 问： and 答： where both occur, and names
 * (记者：) that occur at least twice before whole sentences. A turn begins a block like a label, but
 * continues like prose.
 */
final class Turns {

  private final Set<String> speakers = new HashSet<>();

  Turns(List<SourceLine> lines) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> inSentences = new HashSet<>();
    for (SourceLine line : lines) {
      String name = line.form() == Form.TEXT ? name(line.text()) : null;
      if (name != null) {
        counts.merge(name, 1, Integer::sum);
        if (Sentence.isIn(line.text())) {
          inSentences.add(name);
        }
      }
    }
    for (String name : inSentences) {
      String partner = partner(name);
      if (partner == null ? counts.get(name) > 1 : counts.containsKey(partner)) {
        speakers.add(name);
        speakers.add(partner == null ? name : partner);
      }
    }
  }

  /** Whether the line begins with one of the speakers and a colon. */
  boolean isTurn(String text) {
    String name = speakers.isEmpty() ? null : name(text);
    return name != null && speakers.contains(name);
  }

  private static String name(String text) {
    return Shape.isQuestionOrAnswer(text) ? text.substring(0, 1) : Label.name(text);
  }

  private static String partner(String name) {
    return switch (name) {
      case "问", "問" -> "答";
      case "答" -> "问";
      case "Q", "q" -> "A";
      case "A", "a" -> "Q";
      default -> null;
    };
  }
}
