package org.yujian.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.account.AccountChanged;
import org.yujian.change.Change;
import org.yujian.shared.time.DatabaseClock;

/**
 * Keeps the follow target of an account in step with the account, in the same transaction. An
 * outside target of the same name becomes the account's target. The caller has locked the editions
 * that show these targets, and raises the versions of those in the result.
 */
@ApplicationScoped
public class AccountTargets {

  private final TargetRepository targets;
  private final PlacementRepository placements;
  private final DatabaseClock clock;

  AccountTargets(TargetRepository targets, PlacementRepository placements, DatabaseClock clock) {
    this.targets = targets;
    this.placements = placements;
    this.clock = clock;
  }

  /** Editions whose targets {@link #update} may change; a rename alone changes none. */
  @Transactional(TxType.MANDATORY)
  public Set<UUID> editionsToLock(AccountChanged account) {
    Set<UUID> editions = new HashSet<>();
    targets
        .idOfOutside(account.name())
        .ifPresent(id -> editions.addAll(targets.editionsShowing(id)));
    targets
        .idOfAccount(account.accountId())
        .filter(id -> account.open() && targets.isHidden(id))
        .ifPresent(id -> editions.addAll(targets.editionsShowing(id)));
    return editions;
  }

  /** Creates, renames or opens the account's target. */
  @Transactional(TxType.MANDATORY)
  public TargetUpdate update(AccountChanged account) {
    Optional<UUID> own = targets.idOfAccount(account.accountId());
    Optional<UUID> other = targets.idOfOutside(account.name());
    // Locked in the order of ids, like publishing does, to avoid deadlocks.
    Map<UUID, FollowTarget> locked = new HashMap<>();
    Stream.concat(own.stream(), other.stream())
        .sorted()
        .forEach(id -> targets.lock(id).ifPresent(target -> locked.put(id, target)));
    Optional<FollowTarget> outside = other.map(locked::get);
    if (own.isPresent()) {
      return goAlong(locked.get(own.get()), outside, account);
    }
    return outside.isPresent() ? takeOver(outside.get(), account) : make(account);
  }

  @Transactional(TxType.MANDATORY)
  public List<UUID> editionsShowing(UUID account) {
    return targets.idOfAccount(account).map(targets::editionsShowing).orElse(List.of());
  }

  /** Closes the account's target. Its codes then get a 410 response with the account's name. */
  @Transactional(TxType.MANDATORY)
  public TargetUpdate close(UUID account) {
    return targets.idOfAccount(account).map(this::closeTarget).orElse(TargetUpdate.NONE);
  }

  private TargetUpdate closeTarget(UUID id) {
    FollowTarget target = targets.lock(id).orElseThrow();
    // Another transaction may have added the target to an edition before it was locked here.
    List<UUID> editions = targets.editionsShowing(id);
    boolean shown = target.state == FollowTarget.State.OPEN;
    target.close(clock.now());
    return new TargetUpdate(
        shown ? Set.copyOf(editions) : Set.of(),
        List.of(TargetChanges.of(target, editions, "followTarget")));
  }

  private TargetUpdate make(AccountChanged account) {
    FollowTarget.State state = account.open() ? FollowTarget.State.OPEN : FollowTarget.State.HIDDEN;
    FollowTarget target = new FollowTarget(account.name(), state, clock.now());
    target.accountId = account.accountId();
    targets.persistAndFlush(target);
    placements.persist(Placement.standard(target.id, clock.now()));
    return new TargetUpdate(Set.of(), rowOf(target, List.of()));
  }

  /** Links the target unless the target is public and the account is not. */
  private TargetUpdate takeOver(FollowTarget outside, AccountChanged account) {
    if (!account.open() && outside.state == FollowTarget.State.OPEN) {
      return TargetUpdate.NONE;
    }
    List<UUID> editions = targets.editionsShowing(outside.id);
    boolean appears = outside.state == FollowTarget.State.HIDDEN && account.open();
    outside.link(account.accountId(), account.open(), clock.now());
    placements.persist(Placement.standard(outside.id, clock.now()));
    return new TargetUpdate(
        appears ? Set.copyOf(editions) : Set.of(),
        // A target without an account may be in the copy of every reader, so all must get the
        // change.
        outside.state == FollowTarget.State.OPEN
            ? List.of(TargetChanges.ofAll(outside, editions, "followTarget"))
            : List.of());
  }

  private TargetUpdate goAlong(
      FollowTarget target, Optional<FollowTarget> outside, AccountChanged account) {
    Set<UUID> shownAnew = new LinkedHashSet<>();
    List<Change> changes = new ArrayList<>();
    outside
        .filter(old -> account.open() || old.state == FollowTarget.State.HIDDEN)
        .ifPresent(
            old -> {
              List<UUID> editions = targets.editionsShowing(old.id);
              shownAnew.addAll(editions);
              changes.addAll(merge(old, target, editions));
            });
    boolean renamed =
        target.change(new FollowTargetSettings(account.name(), null, null), clock.now());
    boolean opened = account.open() && target.open(clock.now());
    if (renamed || opened) {
      List<UUID> editions = targets.editionsShowing(target.id);
      shownAnew.addAll(opened ? editions : List.of());
      changes.addAll(rowOf(target, editions));
    }
    return new TargetUpdate(shownAnew, changes);
  }

  /** Replaces an outside target by the account's own target in all editions. */
  private List<Change> merge(FollowTarget old, FollowTarget own, List<UUID> editions) {
    targets.replaceShown(old.id, own.id);
    old.leave(clock.now());
    targets.delete(old);
    return old.state == FollowTarget.State.OPEN
        ? List.of(TargetChanges.of(old, editions, "merged"))
        : List.of();
  }

  private static List<Change> rowOf(FollowTarget target, List<UUID> editions) {
    return target.state == FollowTarget.State.OPEN
        ? List.of(TargetChanges.of(target, editions, "followTarget"))
        : List.of();
  }
}
