package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.change.Change;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.target.ShowingEditions;

/** Records a change of every edition that shows a follow target which an account takes over. */
@ApplicationScoped
class EditionsShowing implements ShowingEditions {

  private final EditionRepository editions;
  private final DatabaseClock clock;

  EditionsShowing(EditionRepository editions, DatabaseClock clock) {
    this.editions = editions;
    this.clock = clock;
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void lock(Collection<UUID> ids) {
    lockPublished(ids);
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public List<Change> changed(Collection<UUID> ids) {
    // Already locked, except editions published since then. Locking those late may deadlock, which
    // is retried.
    return lockPublished(ids).stream()
        .map(
            edition -> {
              edition.changedForAll(clock.now());
              return EditionChanges.of(edition, "followTargets");
            })
        .toList();
  }

  private List<Edition> lockPublished(Collection<UUID> ids) {
    Set<UUID> distinct = new HashSet<>(ids);
    return distinct.isEmpty() ? List.of() : editions.lockPublished(distinct);
  }
}
