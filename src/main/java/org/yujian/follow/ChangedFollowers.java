package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of some followers.
 *
 * @param items as they are now, in the order of the request
 * @param unknown who does not follow the account (any more); nothing was done to them
 */
@Schema(name = "ChangedFollowers")
public record ChangedFollowers(@NotNull List<DeskFollower> items, @NotNull List<UUID> unknown) {}
