package org.yujian.follow;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Settings of a reader's follow.
 *
 * @param muted keeps the account out of the home feed; unchanged when absent
 */
@Schema(name = "FollowSettings")
public record FollowSettings(Boolean muted) {}
