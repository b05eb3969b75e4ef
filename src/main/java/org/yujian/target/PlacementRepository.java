package org.yujian.target;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;

/** Queries of placements for editors; deleted placements are left out. */
@ApplicationScoped
class PlacementRepository implements PanacheRepositoryBase<Placement, UUID> {

  private static final int MOST_AT_ONCE = 100;

  List<Placement> page(UUID target, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), Placement.class, "select p from Placement p")
        .and("p.followTargetId = :target", "target", target)
        .and("p.deletedAt is null")
        .latestFirst("p.id", page);
  }

  Optional<Placement> find(UUID target, UUID id) {
    return findByIdOptional(id).filter(placement -> visible(placement, target));
  }

  Optional<Placement> lock(UUID target, UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .filter(placement -> visible(placement, target));
  }

  private static boolean visible(Placement placement, UUID target) {
    return placement.followTargetId.equals(target) && placement.deletedAt == null;
  }

  /** Whether the scene is used; deleted placements count, because follows keep their scene. */
  boolean sceneIsTaken(UUID target, String scene) {
    return count("followTargetId = ?1 and scene = ?2", target, scene) > 0;
  }

  /** Number of active placements of each of these targets; those without one are left out. */
  Map<UUID, Long> active(Collection<UUID> targets, Instant now) {
    return getEntityManager()
        .createQuery(
            """
            select p.followTargetId, count(*) from Placement p
            where p.followTargetId in :targets and p.deletedAt is null
              and (p.endsAt is null or p.endsAt > :now)
            group by p.followTargetId
            """,
            Tuple.class)
        .setParameter("targets", targets)
        .setParameter("now", now)
        .getResultStream()
        .collect(toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
  }

  /** Placements whose end time is over but not recorded, earliest first. */
  List<PlacementRef> due(Instant now) {
    return find(
            """
            select followTargetId, id from Placement
            where endedAt is null and endsAt <= ?1 order by endsAt
            """,
            now)
        .project(PlacementRef.class)
        .page(0, MOST_AT_ONCE)
        .list();
  }
}
