package org.yujian.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.yujian.shared.page.PageKey;

/** API key of an editor or integrator. Only the hash of its secret is stored. */
@Entity
@Table(name = "api_key")
class ApiKey {

  private static final Duration SAMPLE = Duration.ofMinutes(5);

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  String label;
  String prefix;

  @Column(name = "secret_sha256")
  String secretSha256;

  String[] scopes;

  @Column(name = "account_ids")
  UUID[] accountIds;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "revoked_at")
  Instant revokedAt;

  @Column(name = "last_used_at")
  Instant lastUsedAt;

  /** Hash of the secret before the last rotation, valid until {@link #previousUntil}. */
  @Column(name = "previous_sha256")
  String previousSha256;

  @Column(name = "previous_until")
  Instant previousUntil;

  ApiKey() {}

  ApiKey(KeySecret secret, String label, String createdBy, Instant now) {
    this.label = label;
    this.prefix = secret.prefix();
    this.secretSha256 = secret.sha256();
    this.createdBy = createdBy;
    this.createdAt = now;
  }

  boolean usableAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** Whether a secret with this hash is the present one, or the previous one while that works. */
  boolean hasSecret(String sha256, Instant now) {
    return sha256.equals(secretSha256)
        || sha256.equals(previousSha256) && now.isBefore(previousUntil);
  }

  void rotate(KeySecret secret, int overlapSeconds, Instant now) {
    requireUsable(now);
    boolean overlap = overlapSeconds > 0;
    previousSha256 = overlap ? secretSha256 : null;
    previousUntil = overlap ? now.plusSeconds(overlapSeconds) : null;
    secretSha256 = secret.sha256();
    prefix = secret.prefix();
  }

  void revoke(Instant now) {
    if (revokedAt != null) {
      throw KeyProblems.revoked(this);
    }
    revokedAt = now;
  }

  private void requireUsable(Instant now) {
    if (revokedAt != null) {
      throw KeyProblems.revoked(this);
    }
    if (!usableAt(now)) {
      throw KeyProblems.expired(this);
    }
  }

  void grant(KeyRights rights) {
    scopes = rights.scopes().stream().sorted().toArray(String[]::new);
    accountIds =
        rights.accounts() == null ? null : rights.accounts().stream().sorted().toArray(UUID[]::new);
    expiresAt = rights.expiresAt();
  }

  KeyRights rights() {
    return new KeyRights(Set.of(scopes), accountIds == null ? null : Set.of(accountIds), expiresAt);
  }

  PageKey pageKey() {
    return PageKey.latest(id);
  }

  /** Whether to store the time of use, which with each request would cost too much. */
  boolean isUseDue(Instant now) {
    return lastUsedAt == null || lastUsedAt.plus(SAMPLE).isBefore(now);
  }

  Caller caller() {
    return new Caller(
        id, "key:" + prefix, Set.of(scopes), accountIds == null ? null : Set.of(accountIds));
  }
}
