package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Followers after a change.
 *
 * @param items current state of the followers, in the order of the request
 * @param unknown ids that do not follow the account; they were not changed
 */
@Schema(name = "ChangedFollowers")
public record ChangedFollowers(@NotNull List<DeskFollower> items, @NotNull List<UUID> unknown) {}
