package org.yujian.ingest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which join to undo, as the report names it. */
@Schema(name = "UndoJoin")
public record UndoJoin(
    @NotNull UUID articleId, @NotNull @Min(1) Integer paragraph, @NotNull @Min(1) Integer offset) {}
