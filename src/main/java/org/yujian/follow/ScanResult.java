package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.target.FollowTargetView;

/**
 * Result of a scan.
 *
 * @param account account that is followed
 * @param followTarget follow target of the account
 * @param placementId id of the placement
 * @param scene scene of the code that was scanned; the follow keeps the scene of the code that
 *     started it
 */
@Schema(name = "ScanResult")
public record ScanResult(
    @NotNull String outcome,
    @NotNull AccountView account,
    @NotNull FollowTargetView followTarget,
    @NotNull UUID placementId,
    @NotNull String scene) {}
