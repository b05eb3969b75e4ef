package org.yujian.edition;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an edition goes live.
 *
 * @param publishedAt for archives and with the scope admin: a moment in the past
 */
@Schema(name = "Publish")
public record PublishRequest(
    @Schema(description = "A moment in the past, for archives; only with the scope `admin`")
        Instant publishedAt) {}
