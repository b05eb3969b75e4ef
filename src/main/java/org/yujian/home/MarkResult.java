package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an op.
 *
 * @param mark as it is after all ops of the request; missing when the article is unknown
 */
@Schema(name = "MarkResult")
public record MarkResult(
    @NotNull Long clientSeq,
    @NotNull UUID articleId,
    @Schema(
            description =
                "`applied`; `kept`: nothing changed, because it was so already or something later"
                    + " counts; `unknown`: no such article was ever live")
        @NotNull
        String result,
    ReaderMark mark) {

  static final String APPLIED = "applied";
  static final String KEPT = "kept";
  static final String UNKNOWN = "unknown";
}
