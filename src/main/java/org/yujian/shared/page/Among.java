package org.yujian.shared.page;

import java.util.Collection;
import java.util.UUID;

/**
 * Things by their ids or other keys, however many, as one array of one statement: for each length
 * of {@code in (…)} the text would be made and planned anew, a third of what a page of sync cost.
 */
public final class Among {

  private Among() {}

  /** The parameter of {@code = any(:ids)}. */
  public static UUID[] of(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
