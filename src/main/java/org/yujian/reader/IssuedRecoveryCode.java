package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new recovery code, shown only once; earlier ones are no longer valid.
 *
 * @param recoveryCode the code, for its owner to write down
 */
@Schema(name = "RecoveryCode")
public record IssuedRecoveryCode(@NotNull String recoveryCode) {}
