package org.yujian.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.editing.DeskEditionPage;
import org.yujian.edition.EditionState;

/**
 * A page of the list of editions.
 *
 * @param state the state that is shown; null for all
 * @param first whether it begins with the latest
 * @param accounts names by id of the accounts that occur
 */
record EditionList(
    String state, boolean first, DeskEditionPage editions, Map<UUID, String> accounts) {

  public List<String> states() {
    return Arrays.stream(EditionState.values()).map(EditionState::toString).toList();
  }

  /** The query string of the same list from its beginning. */
  public String query() {
    return state == null ? "" : "?state=" + state;
  }

  public String separator() {
    return state == null ? "?" : "&";
  }
}
