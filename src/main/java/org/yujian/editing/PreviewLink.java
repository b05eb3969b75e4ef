package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link to a draft. Everyone who has it can read the draft's current content.
 *
 * @param path path on this server
 * @param url absolute URL when the public address is known, else the path
 * @param expiresAt time at which the link expires
 */
@Schema(name = "PreviewLink")
public record PreviewLink(@NotNull String path, @NotNull String url, @NotNull Instant expiresAt) {}
