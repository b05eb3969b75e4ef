package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reader, as far as the server knows one.
 *
 * @param id identifies the reader
 * @param deviceId id of the device that made the request
 * @param createdAt time of creation
 * @param recoveryCodeDue true when a recovery code of the reader ended because its device was ended
 *     by another one: make a new one with {@code POST /v1/me/recovery-code} and show it to the
 *     reader
 */
@Schema(name = "Reader")
public record ReaderView(
    @NotNull UUID id,
    @NotNull UUID deviceId,
    @NotNull Instant createdAt,
    @NotNull Boolean recoveryCodeDue) {

  static ReaderView of(Reader reader, ReaderIdentity who) {
    return new ReaderView(reader.id, who.device(), reader.createdAt, reader.recoveryCodeDue);
  }
}
