package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which deliveries of a webhook to send again, whatever became of them.
 *
 * @param since created at this time or later
 * @param until created before this time; up to now when absent
 */
@Schema(name = "ReplayDeliveries")
public record ReplayDeliveries(@NotNull Instant since, Instant until) {}
