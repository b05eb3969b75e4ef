package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reader, as far as the server knows one.
 *
 * @param id identifies the reader
 * @param deviceId id of the device that asks
 * @param createdAt time of creation
 */
@Schema(name = "Reader")
public record ReaderView(@NotNull UUID id, @NotNull UUID deviceId, @NotNull Instant createdAt) {

  static ReaderView of(Reader reader, ReaderIdentity who) {
    return new ReaderView(reader.id, who.device(), reader.createdAt);
  }
}
