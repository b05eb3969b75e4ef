package org.yujian.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Stored follower count of an account; {@link FollowRepository#add} writes it. */
@Entity
@Table(name = "account_counter")
class AccountCounter {

  @Id
  @Column(name = "account_id")
  UUID accountId;

  long followers;
}
