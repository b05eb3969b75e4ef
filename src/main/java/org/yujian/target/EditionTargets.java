package org.yujian.target;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.change.Change;
import org.yujian.shared.time.DatabaseClock;

/** Which follow targets an edition shows: for imports and for publishing, in their transactions. */
@ApplicationScoped
public class EditionTargets {

  @Inject TargetRepository targets;
  @Inject AccountService accounts;
  @Inject DatabaseClock clock;

  /**
   * What a name in a document means.
   *
   * @param result {@code linked} (an account here), {@code existing} or {@code created} (outside)
   */
  public record Found(UUID id, String result, UUID accountId) {}

  /** The target of this name: an account here first, else an outside one, made when missing. */
  @Transactional(TxType.MANDATORY)
  public Found findOrCreate(String name) {
    Optional<UUID> account = accounts.findLive(name);
    Optional<UUID> here = account.flatMap(targets::idOfAccount);
    if (here.isPresent()) {
      return new Found(here.get(), "linked", account.get());
    }
    Optional<UUID> outside = targets.idOfOutside(name);
    if (outside.isPresent()) {
      return new Found(outside.get(), "existing", null);
    }
    FollowTarget made = new FollowTarget(name, FollowTarget.State.HIDDEN, clock.now());
    targets.persistAndFlush(made);
    return new Found(made.id, "created", null);
  }

  /**
   * Sets what an edition shows, in order; a target named twice counts once. True when different.
   */
  @Transactional(TxType.MANDATORY)
  public boolean show(UUID edition, List<UUID> targetIds) {
    List<UUID> wanted = List.copyOf(new LinkedHashSet<>(targetIds));
    if (wanted.equals(shown(edition))) {
      return false;
    }
    // In the order of ids and before rows refer to them: who takes a target over in an account
    // waits, or has done so before.
    wanted.stream().sorted().forEach(targets::lock);
    targets.removeShown(edition);
    for (int i = 0; i < wanted.size(); i++) {
      targets.insertShown(edition, i + 1, wanted.get(i));
    }
    return true;
  }

  /** Those of these ids that name a target. */
  @Transactional(TxType.MANDATORY)
  public List<UUID> existing(Collection<UUID> ids) {
    return ids.stream().filter(id -> targets.findByIdOptional(id).isPresent()).toList();
  }

  /** The ids of what an edition shows, in order. */
  @Transactional(TxType.MANDATORY)
  public List<UUID> shown(UUID edition) {
    return shown(List.of(edition)).getOrDefault(edition, List.of());
  }

  /** As {@link #shown(UUID)} for several editions at once. */
  @Transactional(TxType.MANDATORY)
  public Map<UUID, List<UUID>> shown(Collection<UUID> editions) {
    return targets.shown(editions).stream()
        .collect(groupingBy(PlacedTarget::editionId, mapping(PlacedTarget::targetId, toList())));
  }

  /** Editions go live: what only drafts showed becomes public; the rows for the log. */
  @Transactional(TxType.MANDATORY)
  public List<Change> open(Collection<UUID> editions) {
    // In the order of ids, so that two who publish lock them in the same order.
    Map<UUID, List<UUID>> showing =
        targets.shown(editions).stream()
            .collect(
                groupingBy(
                    PlacedTarget::targetId,
                    TreeMap::new,
                    mapping(PlacedTarget::editionId, toList())));
    List<FollowTarget> locked =
        showing.keySet().stream().flatMap(id -> targets.lock(id).stream()).toList();
    if (locked.size() < showing.size()) {
      // An account has taken one over in the meantime: the editions show the account's own now.
      return open(editions);
    }
    List<Change> changes = new ArrayList<>();
    for (FollowTarget target : locked) {
      if (target.accountId == null && target.open(clock.now())) {
        changes.add(TargetChanges.of(target, showing.get(target.id), "followTarget"));
      }
    }
    return changes;
  }
}
