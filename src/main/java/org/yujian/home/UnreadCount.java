package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Number of unread articles of a followed account.
 *
 * @param accountId id of the account
 * @param unread number of unread articles
 */
@Schema(name = "UnreadCount")
public record UnreadCount(@NotNull UUID accountId, @NotNull Unread unread) {}
