package org.yujian.reader;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * Signs up a device.
 *
 * @param name name for the list of devices, for example the model of the phone
 * @param recoveryCode recovery code of an existing reader; a new reader is made when absent
 */
@Schema(name = "CreateDevice")
public record CreateDevice(
    @PlainLine @Schema(maxLength = 64) @Characters(max = 64) String name,
    @Size(max = 64) String recoveryCode) {}
