package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A number of unread articles; counting stops at 99.
 *
 * @param value number of articles, 99 at most
 */
@Schema(name = "Unread")
public record Unread(
    @Schema(minimum = "0", maximum = "99") @NotNull Integer value, @NotNull String relation) {

  static final int HIGHEST = 99;

  /** {@code more}: some articles were not checked. {@code found} is at most the limit plus one. */
  static Unread of(int found, boolean more) {
    return new Unread(Math.min(found, HIGHEST), more || found > HIGHEST ? "gte" : "eq");
  }
}
