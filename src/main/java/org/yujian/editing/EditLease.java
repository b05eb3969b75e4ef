package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A window in which somebody has an edition open.
 *
 * @param by who has it open: {@code key:} and the prefix of a key, or a person
 * @param window the window, as the client named it
 * @param articleId id of the article that is edited there; absent for the edition as a whole
 * @param since time at which the window was opened
 * @param until time until which the lease lasts unless it is renewed
 * @param own whether it is one of the caller's own windows
 */
@Schema(name = "EditLease")
public record EditLease(
    @NotNull String by,
    @NotNull String window,
    UUID articleId,
    @NotNull Instant since,
    @NotNull Instant until,
    @NotNull Boolean own) {}
