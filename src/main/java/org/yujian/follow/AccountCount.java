package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Number of readers who follow an account.
 *
 * @param accountId id of the account
 * @param followers number of followers
 */
@Schema(name = "AccountCount")
public record AccountCount(@NotNull UUID accountId, @NotNull Long followers) {}
