package org.yujian.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A browser in which somebody signed in. It has the rights that the key or person has now. */
@Entity
@Table(name = "desk_session")
class DeskSession {

  /** Storing the time of use with each request would cost too much. */
  private static final int SAMPLES = 100;

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  @Column(name = "secret_sha256")
  String secretSha256;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "key_id")
  ApiKey key;

  @Column(name = "key_sha256")
  String keySha256;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "person_id")
  DeskPerson person;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "last_used_at")
  Instant lastUsedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  DeskSession() {}

  private DeskSession(Instant now, Duration lifetime) {
    this.createdAt = now;
    this.lastUsedAt = now;
    this.expiresAt = now.plus(lifetime);
  }

  static DeskSession of(ApiKey key, String keySha256, Instant now, Duration lifetime) {
    DeskSession session = new DeskSession(now, lifetime);
    session.key = key;
    session.keySha256 = keySha256;
    return session;
  }

  static DeskSession of(DeskPerson person, Instant now, Duration lifetime) {
    DeskSession session = new DeskSession(now, lifetime);
    session.person = person;
    return session;
  }

  boolean usableAt(Instant now, Duration idle) {
    return now.isBefore(expiresAt)
        && now.isBefore(lastUsedAt.plus(idle))
        && (key == null || key.usableAt(now) && key.hasSecret(keySha256, now));
  }

  boolean isUseDue(Instant now, Duration idle) {
    return now.isAfter(lastUsedAt.plus(idle.dividedBy(SAMPLES)));
  }

  Caller caller() {
    return key == null ? person.caller() : key.caller();
  }
}
