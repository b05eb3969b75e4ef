package org.yujian.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.text.Base64Url;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.time.DatabaseClock;

/**
 * Begins, authenticates and ends sessions of browsers at the desk. Each request reads the session
 * and its key, so that both end at once on every node.
 */
@ApplicationScoped
public class DeskSessionService {

  /** Prefix of the secrets, so that programs that search for leaked ones know them. */
  private static final String START = "ys_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DeskSessionRepository sessions;
  private final ApiKeyRepository keys;
  private final DeskPersonRepository people;
  private final Audit audit;
  private final DatabaseClock clock;
  private final Duration idle;
  private final Duration lifetime;

  /** What the audit has of a session. */
  private record Seen(UUID id, UUID callerId, Instant createdAt, Instant expiresAt) {

    static Seen of(DeskSession session) {
      UUID caller = session.caller().keyId();
      return new Seen(session.id, caller, session.createdAt, session.expiresAt);
    }
  }

  DeskSessionService(
      DeskSessionRepository sessions,
      ApiKeyRepository keys,
      DeskPersonRepository people,
      Audit audit,
      DatabaseClock clock,
      Settings settings) {
    this.sessions = sessions;
    this.keys = keys;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
    this.idle = settings.desk().sessionIdle();
    this.lifetime = settings.desk().sessionLifetime();
  }

  /**
   * Begins a session with the rights of a key. It always has a new secret, because the browser may
   * have got an older one from somebody else.
   *
   * @return secret for the cookie; empty when the key is unknown, expired or revoked
   */
  @Transactional
  public Optional<String> begin(String keySecret) {
    Instant now = clock.now();
    String keySha256 = Sha256.hex(keySecret);
    return keys.findBySecret(keySha256, now)
        .filter(key -> key.usableAt(now))
        .map(key -> begin(DeskSession.of(key, keySha256, now, lifetime), now));
  }

  /**
   * Begins a session of somebody whom an identity provider has authenticated. All sessions of the
   * person have the rights of the last time.
   *
   * @return secret for the cookie
   */
  @Transactional
  public String begin(Person person) {
    Instant now = clock.now();
    return begin(DeskSession.of(people.signedIn(person, now), now, lifetime), now);
  }

  private String begin(DeskSession session, Instant now) {
    sessions.deleteExpired(now, now.minus(idle));
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    String secret = START + Base64Url.encode(random);
    session.secretSha256 = Sha256.hex(secret);
    sessions.persist(session);
    audit.record(
        session.caller(),
        new AuditEvent("session.begin", "session", session.id, null, null, Seen.of(session)));
    return secret;
  }

  /** Ends a session on all nodes; does nothing when it has ended already. */
  @Transactional
  public void end(String secret) {
    sessions.findBySecret(Sha256.hex(secret)).filter(this::delete).ifPresent(this::ended);
  }

  /** False when another request has deleted it meanwhile. */
  private boolean delete(DeskSession session) {
    return sessions.delete("id", session.id) > 0;
  }

  private void ended(DeskSession session) {
    audit.record(
        session.caller(),
        new AuditEvent("session.end", "session", session.id, null, Seen.of(session), null));
  }

  /** The caller of a session; empty when it is unknown or has ended. */
  @Transactional
  Optional<Caller> authenticate(String secret) {
    Instant now = clock.now();
    Optional<DeskSession> session =
        sessions.findBySecret(Sha256.hex(secret)).filter(found -> found.usableAt(now, idle));
    session.filter(used -> used.isUseDue(now, idle)).ifPresent(used -> sessions.used(used, now));
    return session.map(DeskSession::caller);
  }
}
