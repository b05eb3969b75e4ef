package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Tells others that an edition is open in a window.
 *
 * @param window random name of the window, chosen by the client, so that two windows of one person
 *     are two editors
 * @param articleId id of the article that is edited there
 */
@Schema(name = "RenewEditLease")
public record RenewEditLease(
    @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String window, UUID articleId) {}
