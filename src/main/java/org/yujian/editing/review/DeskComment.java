package org.yujian.editing.review;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A comment on an article.
 *
 * @param id identifies the comment
 * @param articleId id of the article
 * @param block id of the block; absent when the comment is about the whole article
 * @param start offset in the text of the block at which the passage begins, in Unicode code points
 * @param end offset at which the passage ends
 * @param quote text of the passage when the comment was made
 * @param text the comment
 * @param createdAt time of the comment
 * @param createdBy who wrote it
 * @param resolvedAt time at which it was resolved; absent while it is open
 * @param resolvedBy who resolved it
 */
@Schema(name = "ReviewComment")
public record DeskComment(
    @NotNull UUID id,
    @NotNull UUID articleId,
    String block,
    Integer start,
    Integer end,
    String quote,
    @NotNull String text,
    @NotNull Instant createdAt,
    @NotNull String createdBy,
    Instant resolvedAt,
    String resolvedBy) {

  static DeskComment of(ReviewComment comment) {
    return new DeskComment(
        comment.id,
        comment.articleId,
        comment.block,
        comment.start,
        comment.end,
        comment.quote,
        comment.text,
        comment.createdAt,
        comment.createdBy,
        comment.resolvedAt,
        comment.resolvedBy);
  }
}
