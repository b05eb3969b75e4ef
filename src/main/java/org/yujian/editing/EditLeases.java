package org.yujian.editing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has an edition open.
 *
 * @param items open windows, oldest first; 100 at most
 */
@Schema(name = "EditLeases")
public record EditLeases(@NotNull List<EditLease> items) {}
