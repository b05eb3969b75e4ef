package org.yujian.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How many follow an account; for queries, written by {@link FollowRepository#add}. */
@Entity
@Table(name = "account_counter")
class AccountCounter {

  @Id
  @Column(name = "account_id")
  UUID accountId;

  long followers;
}
