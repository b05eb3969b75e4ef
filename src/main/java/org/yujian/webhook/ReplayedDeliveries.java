package org.yujian.webhook;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many deliveries are sent again.
 *
 * @param count number of deliveries; one that is being sent at this moment is not among them
 */
@Schema(name = "ReplayedDeliveries")
public record ReplayedDeliveries(@NotNull Integer count) {}
