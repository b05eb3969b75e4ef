package org.yujian.home;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.PageKey;

/** Reading state of an article for one reader: read, star and position. */
@Entity
@Table(name = "article_state")
@IdClass(ReadingMark.Key.class)
class ReadingMark {

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

  /** Change that set the star, the sort key of the list; 0 without a star or before numbering. */
  @Column(name = "star_seq")
  long starSeq;

  long seq;

  ReadingMark() {}

  ReadingMark(long readerKey, MarkedArticle article) {
    this.readerKey = readerKey;
    this.articleId = article.id();
    this.accountId = article.accountId();
    this.feedOrder = article.feedOrder();
  }

  /** Raises the read revision, never lowers it; true when anything changed. */
  boolean read(int rev, Instant at) {
    if (read && readRev >= rev) {
      return false;
    }
    read = true;
    readRev = rev;
    readAt = at;
    return true;
  }

  /** Keeps the later star, at equal times the later arrival; true when anything changed. */
  boolean star(boolean on, Instant at) {
    if (starAt != null && (at.isBefore(starAt) || at.equals(starAt) && on == star)) {
      return false;
    }
    starSeq = on && star ? starSeq : 0;
    star = on;
    starAt = at;
    return true;
  }

  /** Keeps the later position by the rule of {@link #star}; true when anything changed. */
  boolean position(MarkPosition place, Instant at) {
    boolean same = place.blockId().equals(positionBlock) && place.offset().equals(positionOffset);
    if (positionAt != null && (at.isBefore(positionAt) || at.equals(positionAt) && same)) {
      return false;
    }
    positionBlock = place.blockId();
    positionOffset = place.offset();
    positionAt = at;
    return true;
  }

  void count(long seq) {
    this.seq = seq;
    if (star && starSeq == 0) {
      starSeq = seq;
    }
  }

  PageKey starKey() {
    return PageKey.feed(starSeq);
  }
}
