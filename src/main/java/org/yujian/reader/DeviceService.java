package org.yujian.reader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Signs up, authenticates, refreshes and ends devices (installations of the app). */
@ApplicationScoped
class DeviceService {

  private static final int RECOVERY_GROUPS = 5;

  private final DeviceRepository devices;
  private final ReaderRepository readers;
  private final ReaderChanges changes;
  private final Attempts attempts;
  private final DatabaseClock clock;

  DeviceService(
      DeviceRepository devices,
      ReaderRepository readers,
      ReaderChanges changes,
      Attempts attempts,
      DatabaseClock clock) {
    this.devices = devices;
    this.readers = readers;
    this.changes = changes;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** The reader of an access token; empty for an unknown or expired one. */
  @Transactional
  Optional<ReaderIdentity> authenticate(String token) {
    Instant now = clock.now();
    Optional<AccessRow> row = devices.accessed(Sha256.hex(token), now);
    row.filter(found -> Device.isUseDue(found.createdAt(), found.lastUsedAt(), now))
        .ifPresent(found -> devices.used(found, now));
    return row.map(AccessRow::identity);
  }

  /**
   * Creates a device for a new reader, or for the reader of the recovery code.
   *
   * @param address client address for the limits
   */
  @Transactional
  DeviceTokens create(CreateDevice request, String address) {
    attempts.requireFewWrong(address);
    attempts.signUp(address);
    Instant now = clock.now();
    String code = request.recoveryCode();
    Reader reader = code == null ? newReader(now) : reopened(code, address);
    RefreshToken token = RefreshToken.random();
    Device device = new Device(reader.key, request.name(), token, now);
    devices.persistAndFlush(device);
    String newCode = code == null ? newRecoveryCode(reader.key, device.id) : null;
    return tokens(device, reader, token, newCode, now);
  }

  private Reader newReader(Instant now) {
    Reader reader = new Reader(now);
    readers.persistAndFlush(reader);
    return reader;
  }

  private Reader reopened(String code, String address) {
    return readers
        .lockOfRecovery(SpokenCode.sha256(code))
        .orElseThrow(
            () -> {
              attempts.wrongCode(address);
              return ReaderProblems.recoveryCodeUnknown();
            });
  }

  /** Issues the next tokens of a device; repeating the request returns the same tokens. */
  @RetryOnConflict
  @Transactional(dontRollbackOn = Problem.class)
  DeviceTokens refresh(String refreshToken) {
    RefreshToken shown =
        RefreshToken.of(refreshToken).orElseThrow(ReaderProblems::refreshTokenUnknown);
    Device device =
        devices.lockFamily(shown.familySha256()).orElseThrow(ReaderProblems::refreshTokenUnknown);
    Instant now = clock.now();
    if (device.asleep(now)) {
      throw ended(device, ReaderProblems.refreshTokenUnknown());
    }
    RefreshToken next = device.refresh(shown);
    if (next == null) {
      throw ended(device, ReaderProblems.refreshTokenReused());
    }
    devices.deleteExpired(device.id, now);
    return tokens(device, readers.findById(device.readerKey), next, null, now);
  }

  /** Deletes the device; commits although the request fails with {@code refused}. */
  private Problem ended(Device device, Problem refused) {
    devices.delete(device);
    return refused;
  }

  private DeviceTokens tokens(
      Device device, Reader reader, RefreshToken token, String recoveryCode, Instant now) {
    DeviceAccess access = access(device, token, now);
    return new DeviceTokens(
        reader.id,
        device.id,
        token.access(device.accessSalt),
        Duration.between(now, access.expiresAt).toSeconds(),
        token.value(),
        recoveryCode);
  }

  /** A repeated refresh gets the same access token again while that token is valid. */
  private DeviceAccess access(Device device, RefreshToken token, Instant now) {
    Optional<DeviceAccess> known = devices.access(hash(device, token));
    if (known.isPresent()) {
      return known.get();
    }
    device.accessSalt = RefreshToken.salt();
    DeviceAccess access = new DeviceAccess(hash(device, token), device.id, now);
    devices.persist(access);
    return access;
  }

  private static String hash(Device device, RefreshToken token) {
    return Sha256.hex(token.access(device.accessSalt));
  }

  @Transactional
  DevicePage list(ReaderIdentity who, PageRequest page) {
    return DevicePage.of(
        ItemPage.of(page, devices.page(who.key(), page), Device::pageKey)
            .map(device -> DeviceView.of(device, who)));
  }

  /** Ends a device and its codes; a device that signs itself out leaves its recovery code. */
  @RetryOnConflict
  @Transactional
  void end(UUID id, ReaderIdentity who) {
    long key = changes.lockWithDevice(who);
    Device device = devices.find(id, key).orElseThrow(ReaderProblems::deviceNotFound);
    readers.nameMakers(List.of(key));
    if (!id.equals(who.device()) && readers.endRecovery(key, id)) {
      readers.setRecoveryCodeDue(key, true);
    }
    devices.delete(device);
  }

  @RetryOnConflict
  @Transactional
  IssuedRecoveryCode renewRecoveryCode(ReaderIdentity who) {
    long key = changes.lockWithDevice(who);
    readers.deleteRecovery(key);
    readers.setRecoveryCodeDue(key, false);
    return new IssuedRecoveryCode(newRecoveryCode(key, who.device()));
  }

  private String newRecoveryCode(long key, UUID device) {
    String code = SpokenCode.random(RECOVERY_GROUPS);
    readers.persist(new RecoveryCode(SpokenCode.sha256(code), key, device));
    return code;
  }
}
