package org.yujian.editing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Publishes an edition.
 *
 * @param publishedAt time in the past, for archives; only with the scope {@code admin}
 */
@Schema(name = "Publish")
public record PublishRequest(Instant publishedAt) {}
