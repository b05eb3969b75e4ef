package org.yujian.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A tag of a follower. The entity is only read; {@link FollowerRepository#tag} inserts rows. */
@Entity
@Table(name = "follower_tagging")
@IdClass(FollowerTagging.Key.class)
class FollowerTagging {

  record Key(UUID tagId, long readerKey) {}

  @Id
  @Column(name = "tag_id")
  UUID tagId;

  @Id
  @Column(name = "reader_key")
  long readerKey;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "tagged_at")
  Instant taggedAt;
}
