package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Result of an operation.
 *
 * @param clientSeq number of the operation, as sent
 * @param articleId id of the article
 * @param mark the mark after all operations of the request; absent when the article is unknown
 */
@Schema(name = "MarkResult")
public record MarkResult(
    @NotNull Long clientSeq, @NotNull UUID articleId, @NotNull String result, ReaderMark mark) {

  static final String APPLIED = "applied";
  static final String KEPT = "kept";
  static final String UNKNOWN = "unknown";
}
