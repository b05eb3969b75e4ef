package org.yujian.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.yujian.media.Picture;
import org.yujian.shared.text.NameKeys;

/** A public account. A change of its content locks this row first, so changes run one by one. */
@Entity
class Account {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  String handle;
  String name;

  @Column(name = "name_key")
  String nameKey;

  @Column(name = "sort_key")
  String sortKey;

  String intro;
  String registration;

  @JdbcTypeCode(SqlTypes.JSON)
  Picture avatar;

  /** Stages that content has to pass before it goes live; null when there are none. */
  @JdbcTypeCode(SqlTypes.JSON)
  ReviewSettings review;

  @Enumerated(EnumType.STRING)
  AccountState state;

  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "closed_at")
  Instant closedAt;

  @Column(name = "public_note")
  String publicNote;

  @Column(name = "internal_note")
  String internalNote;

  Account() {}

  Account(String handle, String name, AccountState state, Instant now) {
    this.handle = handle;
    this.state = state;
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
    rename(name);
  }

  boolean change(AccountSettings settings, Instant now) {
    if (settings.equals(AccountSettings.of(this))) {
      return false;
    }
    if (!settings.name().equals(AccountSettings.of(this).name())) {
      // An unchanged name keeps its stored key, even if an earlier release made the key by other
      // rules.
      rename(settings.name());
    }
    intro = settings.intro();
    registration = settings.registration();
    avatar = settings.avatar();
    review = settings.review();
    version++;
    updatedAt = now;
    return true;
  }

  /** Makes a hidden account public with its first edition; false when it was not hidden. */
  boolean open(Instant now) {
    if (state != AccountState.HIDDEN) {
      return false;
    }
    state = AccountState.OPEN;
    updatedAt = now;
    return true;
  }

  /** Closes the account for ever: requests get 410, even if the account was never public. */
  void close(CloseAccount request, Instant now) {
    requireOpen();
    state = AccountState.CLOSED;
    publicNote = request.publicNote();
    internalNote = request.internalNote();
    version++;
    closedAt = now;
    updatedAt = now;
  }

  void requireOpen() {
    if (state == AccountState.CLOSED) {
      throw AccountProblems.closed(this);
    }
  }

  private void rename(String newName) {
    name = NameKeys.clean(newName);
    nameKey = NameKeys.unique(newName);
    sortKey = NameKeys.sort(newName);
  }
}
