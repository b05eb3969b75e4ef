package org.yujian.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.time.DatabaseClock;

/** Authenticates API keys and creates them for startup and commands. */
@ApplicationScoped
public class ApiKeyService {

  private final ApiKeyRepository keys;
  private final DeskPersonRepository people;
  private final Audit audit;
  private final DatabaseClock clock;
  private final Duration personLifetime;

  ApiKeyService(
      ApiKeyRepository keys,
      DeskPersonRepository people,
      Audit audit,
      DatabaseClock clock,
      Settings settings) {
    this.keys = keys;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
    this.personLifetime = settings.desk().sessionLifetime();
  }

  /** The caller that a secret belongs to; empty when it is unknown, expired or revoked. */
  @Transactional
  Optional<Caller> authenticate(String secret) {
    Instant now = clock.now();
    Optional<ApiKey> key =
        keys.findBySecret(new KeySecret(secret).sha256(), now).filter(found -> found.usableAt(now));
    key.filter(used -> used.isUseDue(now)).ifPresent(used -> keys.used(used, now));
    return key.map(ApiKey::caller);
  }

  /**
   * The caller that a key or person is now, for work that goes on after the request.
   *
   * @throws Problem 401 when the key is expired or revoked since, or the person has not signed in
   *     for longer than a session lasts
   */
  @Transactional
  public Caller current(UUID keyId) {
    Instant now = clock.now();
    Optional<Caller> key =
        keys.findByIdOptional(keyId).filter(found -> found.usableAt(now)).map(ApiKey::caller);
    return key.or(() -> people.signedInSince(keyId, now.minus(personLifetime)))
        .orElseThrow(ProblemCode.UNAUTHORIZED::problem);
  }

  /**
   * @throws IllegalArgumentException for a bad format, with a message that does not repeat the key
   */
  public static void requireAdminSecret(String secret) {
    KeySecret.chosen(secret);
  }

  /** Stores the secret as an admin key unless a key with it exists; true when it was stored. */
  @Transactional
  boolean ensureAdmin(String secret, String createdBy) {
    keys.lockAll();
    KeySecret given = KeySecret.chosen(secret);
    if (keys.findBySecret(given.sha256(), clock.now()).isPresent()) {
      return false;
    }
    storeFirst(given, createdBy);
    return true;
  }

  /** Creates the first admin key, saved by the writer before; false when any key exists. */
  @Transactional
  boolean createFirst(KeyWriter writer) {
    keys.lockAll();
    if (keys.count() > 0) {
      return false;
    }
    KeySecret secret = KeySecret.random();
    writer.write(secret);
    storeFirst(secret, "first start");
    return true;
  }

  /** Creates a key and returns the secret, which cannot be read again later. */
  @Transactional
  public String create(String label, Set<String> scopes, Set<UUID> accounts, String createdBy) {
    KeySecret secret = KeySecret.random();
    store(secret, label, new KeyRights(scopes, accounts, null), createdBy);
    return secret.value();
  }

  private void storeFirst(KeySecret secret, String createdBy) {
    DeskKey made = DeskKey.of(store(secret, "admin", KeyRights.ALL, createdBy));
    audit.record(
        Caller.program(createdBy),
        new AuditEvent("key.create", "key", made.id(), null, null, made));
  }

  private ApiKey store(KeySecret secret, String label, KeyRights rights, String createdBy) {
    ApiKey key = new ApiKey(secret, label, createdBy, clock.now());
    key.grant(rights);
    keys.persist(key);
    return key;
  }

  /** Saves a secret for its owner before the key becomes valid. */
  interface KeyWriter {
    void write(KeySecret secret);
  }
}
