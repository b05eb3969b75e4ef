package org.yujian.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.edition.DeskEdition;
import org.yujian.edition.EditionState;

/**
 * A page of the list of editions.
 *
 * @param state the state that is shown; null for all
 * @param accounts names by id of the accounts that occur
 */
record EditionList(
    String state, List<DeskEdition> editions, PageLinks links, Map<UUID, String> accounts) {

  public List<String> states() {
    return Arrays.stream(EditionState.values()).map(EditionState::toString).toList();
  }
}
