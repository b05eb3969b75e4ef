package org.yujian.ingest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Undoes a join.
 *
 * @param articleId id of the article
 * @param paragraph paragraph of the join, as in the report
 * @param offset offset of the join, as in the report
 */
@Schema(name = "UndoJoin")
public record UndoJoin(
    @NotNull UUID articleId, @NotNull @Min(1) Integer paragraph, @NotNull @Min(1) Integer offset) {}
