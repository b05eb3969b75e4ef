package org.yujian.search.synonym;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * Words that mean the same in searches.
 *
 * @param words 2 to 5 words of at most 32 characters
 */
@Schema(name = "SynonymGroup")
public record SynonymGroup(
    @NotNull @Size(min = LEAST, max = MOST)
        List<@NotBlank @PlainLine @Characters(max = LONGEST) String> words) {

  static final int LEAST = 2;

  /** A search uses four other words for a word, so each word of a group stands for all others. */
  static final int MOST = 5;

  /** Code points. */
  static final int LONGEST = 32;

  public SynonymGroup {
    words =
        words == null
            ? null
            : words.stream().map(word -> word == null ? null : NameKeys.clean(word)).toList();
  }

  /** The words as a line of text, for editors. */
  public String line() {
    return String.join(", ", words);
  }
}
