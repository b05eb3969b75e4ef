package org.yujian.search.synonym;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Grams;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/**
 * The whole list of synonyms as the desk writes it.
 *
 * @param groups at most 500 groups; each word is in one group only, and has no comma
 */
@Schema(name = "SynonymSettings")
public record SynonymSettings(
    @NotNull @Size(max = MOST) List<@NotNull @Valid SynonymGroup> groups) {

  static final int MOST = 500;

  /** Part the words of a line at the desk. */
  private static final String COMMAS = ",，、";

  /**
   * Refuses words that a search cannot tell apart, or cannot look for.
   *
   * @throws Problem {@code invalid-body}
   */
  void check() {
    Set<String> known = new HashSet<>();
    Problem problem = ProblemCode.INVALID_BODY.problem();
    boolean wrong = false;
    for (int group = 0; group < groups.size(); group++) {
      List<String> words = groups.get(group).words();
      for (int word = 0; word < words.size(); word++) {
        String code = error(words.get(word), known);
        if (code != null) {
          problem.with(FieldError.at("/groups/" + group + "/words/" + word, code));
          wrong = true;
        }
      }
    }
    if (wrong) {
      throw problem;
    }
  }

  private static String error(String word, Set<String> known) {
    if (word.chars().anyMatch(c -> COMMAS.indexOf(c) >= 0)) {
      return "pattern";
    }
    String folded = Folding.fold(word).strip();
    if (folded.chars().noneMatch(c -> Grams.isWord((char) c))) {
      return "search-word";
    }
    return known.add(folded) ? null : "duplicate";
  }
}
