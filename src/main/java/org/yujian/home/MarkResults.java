package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Results of the operations.
 *
 * @param results results in the order of the operations
 */
@Schema(name = "MarkResults")
public record MarkResults(@NotNull List<MarkResult> results) {}
