package org.yujian.target;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * The result of a change of an account's follow target.
 *
 * @param editions editions that now show other targets to the public; their version must rise
 * @param changes change-log rows of targets
 */
public record TargetUpdate(Set<UUID> editions, List<Change> changes) {

  static final TargetUpdate NONE = new TargetUpdate(Set.of(), List.of());
}
