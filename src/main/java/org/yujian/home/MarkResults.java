package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each op, in their order. */
@Schema(name = "MarkResults")
public record MarkResults(@NotNull List<MarkResult> results) {}
