package org.yujian.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.yujian.shared.text.NameKeys;

/** A tag, the subject of articles. Its slug never changes. */
@Entity
@Table(name = "tag")
class TagEntity {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  String slug;
  String name;

  @Column(name = "name_key")
  String nameKey;

  @Column(name = "sort_key")
  String sortKey;

  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  TagEntity() {}

  TagEntity(String slug, String name, Instant now) {
    this.slug = slug;
    this.createdAt = now;
    this.version = 1;
    setName(name, now);
  }

  /** Renames the tag and raises its version; false when the name is unchanged. */
  boolean rename(String newName, Instant now) {
    if (NameKeys.clean(newName).equals(name)) {
      return false;
    }
    setName(newName, now);
    version++;
    return true;
  }

  private void setName(String newName, Instant now) {
    name = NameKeys.clean(newName);
    nameKey = NameKeys.unique(newName);
    sortKey = NameKeys.sort(newName);
    updatedAt = now;
  }
}
