package org.yujian.reader;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of the reader's devices.
 *
 * @param id identifies the device
 * @param name name given by its owner
 * @param kind what the device is
 * @param createdAt time of its sign-up
 * @param lastUsedAt time of last use, rounded to the hour
 * @param current whether this device made the request
 */
@Schema(name = "Device")
public record DeviceView(
    @NotNull UUID id,
    String name,
    @NotNull String kind,
    @NotNull Instant createdAt,
    @NotNull Instant lastUsedAt,
    @NotNull Boolean current) {

  static DeviceView of(Device device, ReaderIdentity who) {
    return new DeviceView(
        device.id,
        device.name,
        device.browserSha256 == null ? "app" : "browser",
        device.createdAt,
        device.lastUsedAt,
        device.id.equals(who.device()));
  }
}
