package org.yujian.home;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a reader did with an article: read it, starred it, got to a place in it. */
@Entity
@Table(name = "article_state")
@IdClass(ReadingMark.Key.class)
class ReadingMark {

  /** The primary key. */
  record Key(long readerKey, UUID articleId) {}

  @Id
  @Column(name = "reader_key")
  long readerKey;

  @Id
  @Column(name = "article_id")
  UUID articleId;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "feed_order")
  long feedOrder;

  boolean read;

  @Column(name = "read_rev")
  Integer readRev;

  @Column(name = "read_at")
  Instant readAt;

  boolean star;

  @Column(name = "star_at")
  Instant starAt;

  @Column(name = "position_block")
  String positionBlock;

  @Column(name = "position_offset")
  Integer positionOffset;

  @Column(name = "position_at")
  Instant positionAt;

  long seq;

  ReadingMark() {}
}
