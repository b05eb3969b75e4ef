package org.yujian.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.yujian.shared.page.PageKey;

/** A reader's follow. The row stays after an unfollow, so that other devices learn of the end. */
@Entity
@IdClass(Follow.Key.class)
class Follow {

  record Key(long readerKey, UUID accountId) {}

  @Id
  @Column(name = "reader_key")
  long readerKey;

  @Id
  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "follower_id")
  UUID followerId;

  boolean active;
  boolean muted;

  @Column(name = "followed_at")
  Instant followedAt;

  @Column(name = "followed_seq")
  long followedSeq;

  @Column(name = "placement_id")
  UUID placementId;

  String scene;

  @Column(name = "counted_from")
  long countedFrom;

  @Column(name = "read_up_to")
  long readUpTo;

  boolean blocked;
  long seq;

  Follow() {}

  Follow(Key key) {
    this.readerKey = key.readerKey();
    this.accountId = key.accountId();
    this.followerId = UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }

  /**
   * Starts the follow, unmuted even if an earlier one was muted.
   *
   * @param newest feed order of the account's newest article; older ones never count as unread
   * @param seq number of this change among the reader's changes
   */
  void begin(FollowOrigin origin, long newest, Instant now, long seq) {
    active = true;
    muted = false;
    followedAt = now;
    followedSeq = seq;
    placementId = origin.placementId();
    scene = origin.scene();
    countedFrom = newest;
    this.seq = seq;
  }

  void end(long seq) {
    active = false;
    this.seq = seq;
  }

  void mute(boolean muted, long seq) {
    this.muted = muted;
    this.seq = seq;
  }

  /**
   * Whether reading up to {@code feedOrder} changes the row. Articles older than the follow count
   * too: a device that joins the reader may have followed and read earlier.
   */
  boolean isBehind(long feedOrder) {
    return readUpTo < feedOrder;
  }

  void readUpTo(long feedOrder, long seq) {
    readUpTo = feedOrder;
    this.seq = seq;
  }

  /** Feed order up to which no article counts as unread. */
  long watermark() {
    return Math.max(countedFrom, readUpTo);
  }

  /** Merges another reader's follow into this one; the earlier follow gives time and origin. */
  void unite(Follow other, long seq) {
    boolean never = followedAt == null;
    boolean others = other.active && (!active || other.followedAt.isBefore(followedAt)) || never;
    muted = active && other.active ? muted && other.muted : others ? other.muted : muted;
    if (others) {
      followedAt = other.followedAt;
      followedSeq = active ? followedSeq : seq;
      placementId = other.placementId;
      scene = other.scene;
      countedFrom = other.countedFrom;
    }
    active = active || other.active;
    readUpTo = Math.max(readUpTo, other.readUpTo);
    blocked = blocked || other.blocked;
    this.seq = seq;
  }

  Followed followed() {
    return new Followed(accountId, muted, countedFrom, readUpTo, followedSeq);
  }

  PageKey pageKey() {
    return PageKey.feed(followedSeq);
  }
}
