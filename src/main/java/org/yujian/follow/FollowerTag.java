package org.yujian.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.yujian.shared.text.NameKeys;

/** A label that an account gives its followers, visible to its editors only. */
@Entity
@Table(name = "follower_tag")
class FollowerTag {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  @Column(name = "account_id")
  UUID accountId;

  String name;

  @Column(name = "name_key")
  String nameKey;

  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  FollowerTag() {}

  FollowerTag(UUID accountId, String name, Instant now) {
    this.accountId = accountId;
    this.createdAt = now;
    this.version = 1;
    rename(name, now);
  }

  /** Renames the tag; keeps the version when the name is the same. */
  void change(String newName, Instant now) {
    if (!newName.equals(name)) {
      rename(newName, now);
      version++;
    }
  }

  private void rename(String newName, Instant now) {
    name = newName;
    nameKey = NameKeys.unique(newName);
    updatedAt = now;
  }
}
