package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many articles are unread, as far as anybody counts. */
@Schema(name = "Unread")
public record Unread(
    @Schema(minimum = "0", maximum = "99") @NotNull Integer value,
    @Schema(description = "`eq`: so many; `gte`: so many or more") @NotNull String relation) {

  static final int HIGHEST = 99;

  /**
   * @param found so many, one more than the highest at most
   * @param more whether there are some that nobody looked at
   */
  static Unread of(int found, boolean more) {
    return new Unread(Math.min(found, HIGHEST), more || found > HIGHEST ? "gte" : "eq");
  }
}
