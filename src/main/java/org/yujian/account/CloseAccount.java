package org.yujian.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;

/**
 * Request to close an account.
 *
 * @param publicNote public note, part of the 410 response for the account and its articles
 * @param internalNote note that only the desk sees
 */
@Schema(name = "CloseAccount")
public record CloseAccount(
    @Schema(maxLength = 200) @Characters(max = 200) String publicNote,
    @Schema(maxLength = 1000) @Characters(max = 1000) String internalNote) {}
