package org.yujian.ingest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A join that an editor of the account undid; imports do not make the join again. */
@Entity
@Table(name = "join_undone")
@IdClass(UndoneJoin.Key.class)
class UndoneJoin {

  record Key(UUID accountId, String joinKey) {}

  @Id
  @Column(name = "account_id")
  UUID accountId;

  @Id
  @Column(name = "join_key")
  String joinKey;

  @Column(name = "undone_at")
  Instant undoneAt;

  @Column(name = "undone_by")
  String undoneBy;
}
