package org.yujian.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.yujian.shared.page.PageKey;

/**
 * A reader's follow of an account, active or ended. The row of an ended follow stays as the
 * tombstone for the reader's other devices.
 */
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
   * Whether reading up to {@code feedOrder} changes anything. Articles from before the follow count
   * too: joining with another device may show that the reader followed earlier.
   */
  boolean isBehind(long feedOrder) {
    return readUpTo < feedOrder;
  }

  void readUpTo(long feedOrder, long seq) {
    readUpTo = feedOrder;
    this.seq = seq;
  }

  /** Feed order up to which articles are read or were never unread. */
  long watermark() {
    return Math.max(countedFrom, readUpTo);
  }

  /**
   * Merges the follow of another reader into this one when the two are joined. Time and origin of
   * the follow are those of the earlier one.
   */
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
