package org.yujian.ingest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.PageKey;

/** An import in a list; its report is read by id. */
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
