package org.yujian.reader;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "device_access")
class DeviceAccess {

  static final Duration GOOD_FOR = Duration.ofHours(1);

  @Id String sha256;

  @Column(name = "device_id")
  UUID deviceId;

  @Column(name = "expires_at")
  Instant expiresAt;

  DeviceAccess() {}

  DeviceAccess(String sha256, UUID deviceId, Instant now) {
    this.sha256 = sha256;
    this.deviceId = deviceId;
    this.expiresAt = now.plus(GOOD_FOR);
  }
}
