package org.yujian.target;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** Position of a follow target in an edition that shows it. */
@Entity
@Table(name = "edition_follow_target")
@IdClass(ShownTarget.Key.class)
class ShownTarget {

  record Key(UUID editionId, int position) {}

  @Id
  @Column(name = "edition_id")
  UUID editionId;

  @Id int position;

  @Column(name = "follow_target_id")
  UUID followTargetId;
}
