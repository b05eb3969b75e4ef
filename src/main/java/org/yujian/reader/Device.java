package org.yujian.reader;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.yujian.shared.page.PageKey;

/** An app installation or a browser of a reader, with the hashes of its tokens. */
@Entity
class Device {

  /** Time without use after which a device's refresh tokens expire. */
  static final Duration SLEEP = Duration.ofDays(400);

  private static final Duration SAMPLE = Duration.ofHours(1);

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  @Column(name = "reader_key")
  long readerKey;

  String name;

  @Column(name = "family_sha256")
  String familySha256;

  @Column(name = "refresh_sha256")
  String refreshSha256;

  @Column(name = "previous_sha256")
  String previousSha256;

  @Column(name = "refresh_salt")
  byte[] refreshSalt;

  @Column(name = "access_salt")
  byte[] accessSalt;

  /** Hash of the secret in a browser's cookie; null for an installation of the app. */
  @Column(name = "browser_sha256")
  String browserSha256;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "last_used_at")
  Instant lastUsedAt;

  Device() {}

  Device(long readerKey, String name, RefreshToken token, Instant now) {
    this.readerKey = readerKey;
    this.name = name;
    this.familySha256 = token.familySha256();
    this.refreshSha256 = token.sha256();
    this.refreshSalt = RefreshToken.salt();
    this.accessSalt = RefreshToken.salt();
    this.createdAt = now;
    this.lastUsedAt = now;
  }

  /** A browser. Its refresh token is random and given to nobody. */
  static Device browser(long readerKey, String sha256, Instant now) {
    Device device = new Device(readerKey, null, RefreshToken.random(), now);
    device.browserSha256 = sha256;
    return device;
  }

  /**
   * Returns the successor of the shown token: a new one for the newest token, the newest token for
   * the previous one. Null for an older token, of which somebody must have a copy.
   */
  RefreshToken refresh(RefreshToken shown) {
    String hash = shown.sha256();
    if (hash.equals(refreshSha256)) {
      previousSha256 = refreshSha256;
      refreshSalt = RefreshToken.salt();
      RefreshToken next = shown.successor(refreshSalt);
      refreshSha256 = next.sha256();
      accessSalt = RefreshToken.salt();
      return next;
    }
    return hash.equals(previousSha256) ? shown.successor(refreshSalt) : null;
  }

  boolean asleep(Instant now) {
    return isAsleep(lastUsedAt, now);
  }

  static boolean isAsleep(Instant lastUsed, Instant now) {
    return lastUsed.plus(SLEEP).isBefore(now);
  }

  PageKey pageKey() {
    return PageKey.latest(id);
  }

  /** The use of a device is stored at its first time, then at most once an hour. */
  static boolean isUseDue(Instant created, Instant lastUsed, Instant now) {
    return lastUsed.equals(created) || lastUsed.plus(SAMPLE).isBefore(now);
  }
}
