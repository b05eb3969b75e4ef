package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Ids of followers to change.
 *
 * @param followerIds ids of followers of the account
 */
@Schema(name = "FollowerIds")
public record FollowerIds(
    @NotNull @Size(min = 1, max = FollowerIds.MOST) List<@NotNull UUID> followerIds) {
  static final int MOST = 100;
}
