package org.yujian.target;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.yujian.change.Change;
import org.yujian.change.ChangedThing;

/** Creates change-log rows of follow targets. */
final class TargetChanges {

  private TargetChanges() {}

  static Change of(FollowTarget target, Collection<UUID> editions, String part) {
    Change change = ofAll(target, editions, part);
    return target.accountId == null ? change : change.inAccount(target.accountId);
  }

  /** A row without an account, so that readers of every account receive the change. */
  static Change ofAll(FollowTarget target, Collection<UUID> editions, String part) {
    return Change.of(ChangedThing.FOLLOW_TARGET, target.id, target.version, part)
        .withTargets(Set.of(target.id))
        .inEditions(editions);
  }
}
