package org.yujian.editing.review;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.web.Characters;

/**
 * A new comment on an article, or on a passage of its draft.
 *
 * @param articleId id of an article of the edition
 * @param block id of the block, as in the draft; without it the comment is about the whole article
 * @param start offset in the text of the block at which the passage begins, in Unicode code points;
 *     lines of lists and tables are joined by LF
 * @param end offset at which the passage ends, after {@code start}
 * @param text the comment
 */
@Schema(name = "AddReviewComment")
public record AddComment(
    @NotNull UUID articleId,
    @Schema(maxLength = 32) @Characters(max = 32) String block,
    @Min(0) Integer start,
    @Min(1) Integer end,
    @NotBlank @Schema(maxLength = 2000) @Characters(max = 2000) String text) {}
