package org.yujian.ingest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;

/**
 * An import in a list; its report is available by id.
 *
 * @param id identifies the import
 * @param accountId account of the articles; absent when the document named none
 * @param fileName file name of the document
 * @param createdAt time of the import
 * @param createdBy who created it: {@code key:} and the prefix of a key, {@code person:} and a
 *     name, or a part of the program
 */
@Schema(name = "ImportSummary")
public record ImportSummary(
    @NotNull UUID id,
    UUID accountId,
    @NotNull String fileName,
    @NotNull Instant createdAt,
    @NotNull String createdBy) {

  PageKey key() {
    return PageKey.latest(id);
  }
}
