package org.yujian.target;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.yujian.media.Image;
import org.yujian.shared.text.NameKeys;

/** Whom to follow: an account here, or an outside account with its own url or picture. */
@Entity
@Table(name = "follow_target")
class FollowTarget {

  /** Hidden: only a draft shows it, or its account is hidden. Closed: its account is. */
  enum State {
    HIDDEN("hidden"),
    OPEN("open"),
    CLOSED("closed");

    @EnumeratedValue final String value;

    State(String value) {
      this.value = value;
    }
  }

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  String name;

  @Column(name = "name_key")
  String nameKey;

  @Column(name = "sort_key")
  String sortKey;

  @Column(name = "account_id")
  UUID accountId;

  String url;

  @JdbcTypeCode(SqlTypes.JSON)
  Image image;

  @Enumerated(EnumType.STRING)
  State state;

  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  FollowTarget() {}

  FollowTarget(String name, State state, Instant now) {
    this.state = state;
    this.version = 1;
    this.createdAt = now;
    rename(name, now);
  }

  /** Becomes the target of an account here; what it had of its own goes. */
  void link(UUID account, boolean open, Instant now) {
    accountId = account;
    url = null;
    image = null;
    if (open) {
      state = State.OPEN;
    }
    changed(now);
  }

  /** True when it was hidden until now. */
  boolean open(Instant now) {
    if (state == State.OPEN) {
      return false;
    }
    state = State.OPEN;
    updatedAt = now;
    return true;
  }

  /** Its account closes: from now on it answers 410, also when nobody could see it before. */
  void close(Instant now) {
    state = State.CLOSED;
    changed(now);
  }

  /** Is about to be deleted: clients take a deletion, too, only with a higher version. */
  void leave(Instant now) {
    changed(now);
  }

  /** One of its codes leads nowhere from now on. */
  void codeEnded(Instant now) {
    changed(now);
  }

  /** Takes a new name or url; true when anything is different now. */
  boolean change(FollowTargetSettings settings, Instant now) {
    if (settings.equals(FollowTargetSettings.of(this))) {
      return false;
    }
    if (!settings.name().equals(FollowTargetSettings.of(this).name())) {
      // An unchanged name keeps its key, also one of a release with other rules.
      rename(settings.name(), now);
    }
    url = settings.url();
    changed(now);
    return true;
  }

  private void rename(String newName, Instant now) {
    name = NameKeys.clean(newName);
    nameKey = NameKeys.unique(newName);
    sortKey = NameKeys.sort(newName);
    updatedAt = now;
  }

  private void changed(Instant now) {
    version++;
    updatedAt = now;
  }
}
