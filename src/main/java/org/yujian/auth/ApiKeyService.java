package org.yujian.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.shared.time.DatabaseClock;

/** Keys: who holds which, and the first one. */
@ApplicationScoped
public class ApiKeyService {

  @Inject ApiKeyRepository keys;
  @Inject Audit audit;
  @Inject DatabaseClock clock;

  /** The holder of a secret; empty for an unknown, expired or revoked one. */
  @Transactional
  Optional<Caller> authenticate(String secret) {
    Instant now = clock.now();
    Optional<ApiKey> key =
        keys.findBySecret(new KeySecret(secret).sha256(), now).filter(found -> found.usableAt(now));
    key.filter(used -> used.isUseDue(now)).ifPresent(used -> keys.used(used, now));
    return key.map(ApiKey::caller);
  }

  /**
   * Checks the form of an admin key that an operator chose, before anything is made for it.
   *
   * @throws IllegalArgumentException with a message for the operator that does not repeat the key
   */
  public static void requireAdminSecret(String secret) {
    KeySecret.chosen(secret);
  }

  /** Makes sure that a given secret is an admin key; true when it is new. */
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

  /** Runs the step with a new secret unless there is a key already, then stores the key. */
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

  /** Makes a key and gives its secret, which cannot be had again. */
  @Transactional
  public String create(String label, Set<String> scopes, Set<UUID> accounts, String createdBy) {
    KeySecret secret = KeySecret.random();
    store(secret, label, new KeyRights(scopes, accounts, null), createdBy);
    return secret.value();
  }

  private void storeFirst(KeySecret secret, String createdBy) {
    DeskKey made = DeskKey.of(store(secret, "admin", KeyRights.ALL, createdBy));
    audit.record(
        Caller.program(createdBy), new Audited("key.create", "key", made.id(), null, null, made));
  }

  private ApiKey store(KeySecret secret, String label, KeyRights rights, String createdBy) {
    ApiKey key = new ApiKey(secret, label, createdBy, clock.now());
    key.grant(rights);
    keys.persist(key);
    return key;
  }

  /** Keeps a secret where its owner finds it, before the key becomes valid. */
  interface KeyWriter {
    void write(KeySecret secret);
  }
}
