package org.yujian.follow.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What happened to the followers of one account on one day. Their number rises by {@code follows}
 * and falls by the other three.
 *
 * @param joined two followers turned out to be one reader
 * @param left the reader left Yujian
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
