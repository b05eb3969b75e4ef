package org.yujian.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Manages keys for the desk, the API of editors. Keys beyond the caller's own rights are 404. */
@ApplicationScoped
public class DeskKeyService {

  private final ApiKeyRepository keys;
  private final Audit audit;
  private final DatabaseClock clock;

  DeskKeyService(ApiKeyRepository keys, Audit audit, DatabaseClock clock) {
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public DeskKeyPage list(PageRequest page, Caller caller) {
    KeyRights own = rights(caller);
    return DeskKeyPage.of(
        ItemPage.of(page, keys.page(key -> key.rights().within(own), page), ApiKey::pageKey)
            .map(DeskKey::of));
  }

  @Transactional
  public DeskKey read(UUID id, Caller caller) {
    return DeskKey.of(visible(id, caller));
  }

  @RetryOnConflict
  @Transactional
  IssuedKey create(CreateKey request, Caller caller) {
    if (!Scopes.ALL.containsAll(request.scopes())) {
      throw KeyProblems.unknownScope();
    }
    Instant now = clock.now();
    if (request.expiresAt() != null && !request.expiresAt().isAfter(now)) {
      throw KeyProblems.alreadyOver();
    }
    KeyRights rights = new KeyRights(request.scopes(), request.accounts(), request.expiresAt());
    List<FieldError> beyond = rights.beyond(rights(caller));
    if (!beyond.isEmpty()) {
      throw KeyProblems.beyondOwn(beyond);
    }
    KeySecret secret = KeySecret.random();
    ApiKey key = new ApiKey(secret, request.label(), caller.name(), now);
    key.grant(rights);
    keys.persist(key);
    DeskKey made = DeskKey.of(key);
    audit.record(caller, new AuditEvent("key.create", "key", key.id, null, null, made));
    return new IssuedKey(made, secret.value());
  }

  /** Sets a new secret; the current one stays valid for the overlap, an older one does not. */
  @RetryOnConflict
  @Transactional
  IssuedKey rotate(UUID id, RotateKey request, Caller caller) {
    visible(id, caller);
    ApiKey key = keys.lock(id);
    DeskKey before = DeskKey.of(key);
    KeySecret secret = KeySecret.random();
    key.rotate(secret, request.overlapSeconds(), clock.now());
    DeskKey after = DeskKey.of(key);
    audit.record(caller, new AuditEvent("key.rotate", "key", id, null, before, after));
    return new IssuedKey(after, secret.value());
  }

  /** Revokes a key forever; fails for the last admin key. */
  @RetryOnConflict
  @Transactional
  DeskKey revoke(UUID id, Caller caller) {
    visible(id, caller);
    // Two admins that revoke each other's key at once must not both find another admin key left.
    keys.lockAll();
    ApiKey key = keys.lock(id);
    DeskKey before = DeskKey.of(key);
    Instant now = clock.now();
    key.revoke(now);
    if (key.rights().all() && !keys.otherAdmin(id, now)) {
      throw KeyProblems.lastAdmin();
    }
    DeskKey after = DeskKey.of(key);
    audit.record(caller, new AuditEvent("key.revoke", "key", id, null, before, after));
    return after;
  }

  private ApiKey visible(UUID id, Caller caller) {
    KeyRights own = rights(caller);
    return keys.findByIdOptional(id)
        .filter(key -> key.rights().within(own))
        .orElseThrow(() -> KeyProblems.notFound(id));
  }

  private KeyRights rights(Caller caller) {
    Optional<ApiKey> own = Optional.ofNullable(caller.keyId()).flatMap(keys::findByIdOptional);
    return own.map(ApiKey::rights)
        .orElseGet(() -> new KeyRights(caller.scopes(), caller.accounts(), null));
  }
}
