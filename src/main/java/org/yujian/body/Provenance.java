package org.yujian.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.Characters;

/**
 * Origin of a reprint. Stored with each draft and revision; the original title cannot change once
 * it was live.
 *
 * @param source publication that had it first
 * @param title title of the original
 * @param author author of the original
 * @param url http or https URL of the original
 */
@Schema(name = "Provenance")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provenance(
    @Schema(minLength = 1, maxLength = 64) @NotNull @Characters(min = 1, max = 64) String source,
    @Schema(maxLength = 64) @Characters(max = 64) String title,
    @Schema(maxLength = 64) @Characters(max = 64) String author,
    @Schema(maxLength = 2000) @Characters(max = 2000) @Pattern(regexp = "https?://\\S+")
        String url) {

  /** Fails if the original title differs from the one that was live; both may be null. */
  public static void requireSameTitle(Provenance live, Provenance edited) {
    String fixed = live == null ? null : live.title();
    if (fixed != null && (edited == null || !Objects.equals(fixed, edited.title()))) {
      throw ProblemCode.ORIGINAL_TITLE_FIXED
          .problem(fixed)
          .with(FieldError.at("/provenance/title", "invalid"));
    }
  }
}
