package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who reads: all that is known without asking. */
@Schema(name = "Reader")
public record ReaderView(@NotNull UUID id, @NotNull UUID deviceId, @NotNull Instant createdAt) {

  static ReaderView of(Reader reader, ReaderIdentity who) {
    return new ReaderView(reader.id, who.device(), reader.createdAt);
  }
}
