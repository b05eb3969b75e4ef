package org.yujian.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.yujian.auth.Caller;
import org.yujian.shared.page.PageKey;

/** A receiver of events. The sender writes the last three columns with statements of its own. */
@Entity
@DynamicUpdate
@Table(name = "webhook_endpoint")
class WebhookEndpoint {

  static final String ENABLED = "enabled";
  static final String DISABLED = "disabled";

  /** How long the secret before a rotation keeps signing. */
  static final Duration OVERLAP = Duration.ofHours(24);

  @Id UUID id;

  long version;
  String url;
  String description;
  String[] events;

  @Column(name = "account_ids")
  UUID[] accountIds;

  String algorithm;

  /** Encrypted by {@code SecretBox} for {@link #id}. */
  byte[] secret;

  @Column(name = "previous_secret")
  byte[] previousSecret;

  @Column(name = "previous_until")
  Instant previousUntil;

  String state;

  /** Why it is disabled; null when the desk did so, and while it is enabled. */
  String reason;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "failing_since")
  Instant failingSince;

  int failures;

  @Column(name = "paused_until")
  Instant pausedUntil;

  WebhookEndpoint() {}

  WebhookEndpoint(UUID id, WebhookSettings settings, String createdBy, Instant now) {
    this.id = id;
    this.version = 1;
    this.createdBy = createdBy;
    this.createdAt = now;
    set(settings, now);
  }

  /** Applies settings; false when nothing is different. Enabling forgets all failures. */
  boolean change(WebhookSettings settings, Instant now) {
    if (settings.equals(WebhookSettings.of(this))) {
      return false;
    }
    version++;
    set(settings, now);
    return true;
  }

  private void set(WebhookSettings settings, Instant now) {
    url = settings.url();
    description = settings.description();
    events = settings.events().stream().sorted().toArray(String[]::new);
    accountIds =
        settings.accounts() == null
            ? null
            : settings.accounts().stream().sorted().toArray(UUID[]::new);
    if (!settings.state().equals(state)) {
      state = settings.state();
      reason = null;
      failingSince = null;
      failures = 0;
      pausedUntil = null;
    }
    updatedAt = now;
  }

  void rotate(byte[] sealed, Instant now) {
    previousSecret = secret;
    previousUntil = now.plus(OVERLAP);
    secret = sealed;
    version++;
    updatedAt = now;
  }

  /** False when it is disabled already. */
  boolean disable(String why, Instant now) {
    if (state.equals(DISABLED)) {
      return false;
    }
    state = DISABLED;
    reason = why;
    version++;
    updatedAt = now;
    return true;
  }

  /** A key with account limits sees endpoints within them. */
  boolean visibleTo(Caller caller) {
    return caller.unlimited()
        || accountIds != null && caller.accounts().containsAll(Set.of(accountIds));
  }

  PageKey pageKey() {
    return PageKey.latest(id);
  }
}
