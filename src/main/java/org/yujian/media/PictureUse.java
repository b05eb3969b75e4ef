package org.yujian.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A place that shows a picture; written by triggers of the tables that do (V38). */
@Entity
@Immutable
@IdClass(PictureUse.Key.class)
@Table(name = "picture_use")
class PictureUse {

  /** What identifies a use. */
  record Key(String pictureKey, String kind, UUID thingId, int rev) implements Serializable {}

  @Id
  @Column(name = "picture_key")
  String pictureKey;

  @Id String kind;

  @Id
  @Column(name = "thing_id")
  UUID thingId;

  @Id int rev;

  @Column(name = "account_id")
  UUID accountId;
}
