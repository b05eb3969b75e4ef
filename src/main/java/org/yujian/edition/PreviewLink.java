package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link to a draft for somebody without a key: whoever has it may read the draft as it is then.
 *
 * @param path of this server
 * @param url absolute where the public address is known, else the path again
 */
@Schema(name = "PreviewLink")
public record PreviewLink(@NotNull String path, @NotNull String url, @NotNull Instant expiresAt) {}
