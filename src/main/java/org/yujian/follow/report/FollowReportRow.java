package org.yujian.follow.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes of the followers of one account on one day. The number of followers rises by {@code
 * follows} and falls by the other three.
 *
 * @param day day, in the time zone of the report
 * @param accountId id of the account
 * @param name name of the account
 * @param follows number of new follows
 * @param unfollows number of follows that readers ended
 * @param joined number of followers lost because two of them were joined into one reader
 * @param left number of followers who deleted their reader
 */
@Schema(name = "FollowReportRow")
public record FollowReportRow(
    @NotNull LocalDate day,
    @NotNull UUID accountId,
    @NotNull String name,
    @NotNull Long follows,
    @NotNull Long unfollows,
    @NotNull Long joined,
    @NotNull Long left) {}
