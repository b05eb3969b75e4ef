package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of the reader's devices.
 *
 * @param lastUsedAt to the hour
 * @param current the one that asks
 */
@Schema(name = "Device")
public record DeviceView(
    @NotNull UUID id,
    String name,
    @NotNull Instant createdAt,
    @NotNull Instant lastUsedAt,
    @NotNull Boolean current) {

  static DeviceView of(Device device, ReaderIdentity who) {
    return new DeviceView(
        device.id,
        device.name,
        device.createdAt,
        device.lastUsedAt,
        device.id.equals(who.device()));
  }
}
