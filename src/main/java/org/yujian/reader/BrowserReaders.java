package org.yujian.reader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Signs up, authenticates and ends browsers, which are devices without the app. */
@ApplicationScoped
class BrowserReaders {

  /** Prefix of the secrets, so that programs that search for leaked ones know them. */
  private static final String START = "yb_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DeviceRepository devices;
  private final ReaderRepository readers;
  private final ReaderService service;
  private final DeviceService ending;
  private final ReaderChanges changes;
  private final Attempts attempts;
  private final DatabaseClock clock;

  /** A new browser and the secret that its cookie keeps. */
  record SignedUp(ReaderIdentity who, String secret) {}

  BrowserReaders(
      DeviceRepository devices,
      ReaderRepository readers,
      ReaderService service,
      DeviceService ending,
      ReaderChanges changes,
      Attempts attempts,
      DatabaseClock clock) {
    this.devices = devices;
    this.readers = readers;
    this.service = service;
    this.ending = ending;
    this.changes = changes;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** The reader of a cookie; empty when its device was ended or slept for too long. */
  @Transactional
  Optional<ReaderIdentity> find(String secret) {
    Instant now = clock.now();
    Optional<AccessRow> row =
        devices.browser(Sha256.hex(secret)).filter(found -> !found.asleep(now));
    row.filter(found -> Device.isUseDue(found.createdAt(), found.lastUsedAt(), now))
        .ifPresent(found -> devices.used(found, now));
    return row.map(AccessRow::identity);
  }

  /**
   * Creates a browser for a new reader, who gets no recovery code: nobody would write it down.
   *
   * @param address client address for the limit
   */
  @Transactional
  SignedUp signUp(String address) {
    attempts.signUp(address);
    Instant now = clock.now();
    Reader reader = new Reader(now);
    readers.persistAndFlush(reader);
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    String secret = START + Base64Url.encode(random);
    Device device = Device.browser(reader.key, Sha256.hex(secret), now);
    devices.persistAndFlush(device);
    return new SignedUp(new ReaderIdentity(reader.key, reader.id, device.id), secret);
  }

  /** Ends a browser; its reader too, when no device and no recovery code would be left. */
  @RetryOnConflict
  @Transactional
  void end(ReaderIdentity who) {
    long key = changes.lockWithDevice(who);
    if (devices.countOf(key) == 1 && !readers.hasRecovery(key)) {
      service.leave(who);
    } else {
      ending.end(who.device(), who);
    }
  }
}
