package org.yujian.follow.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What happened to the followers of one account on one day. Their number rises by {@code follows}
 * and falls by the other three.
 *
 * @param day day, in the time zone of the report
 * @param accountId id of the account
 * @param name name of the account
 * @param follows number of new follows
 * @param unfollows number of follows that readers ended
 * @param joined number of followers that turned out to be one reader with another
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
