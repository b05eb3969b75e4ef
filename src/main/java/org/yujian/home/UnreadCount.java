package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many articles of a followed account are unread.
 *
 * @param accountId id of the account
 * @param unread how many are unread
 */
@Schema(name = "UnreadCount")
public record UnreadCount(@NotNull UUID accountId, @NotNull Unread unread) {}
