package org.yujian.reader;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * An app installation signs up.
 *
 * @param name as its owner will know it in the list of devices, for example the phone's model
 * @param recoveryCode reopens the reader that it was shown to; without it a new reader begins
 */
@Schema(name = "CreateDevice")
public record CreateDevice(
    @PlainLine @Schema(maxLength = 64) @Characters(max = 64) String name,
    @Size(max = 64) String recoveryCode) {}
