package org.yujian.target;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.account.AccountChanged;
import org.yujian.account.AccountClosing;
import org.yujian.shared.time.DatabaseClock;

/**
 * Observes account events and creates, renames, opens or closes the account's follow target in the
 * same transaction. A new account takes over an outside target of its name.
 */
@ApplicationScoped
class AccountTargets {

  @Inject TargetRepository targets;
  @Inject PlacementRepository placements;
  @Inject ShowingEditions showing;
  @Inject DatabaseClock clock;

  void onAccountChanged(@Observes AccountChanged event) {
    Optional<UUID> own = targets.idOfAccount(event.accountId());
    Optional<UUID> other = targets.idOfOutside(event.name());
    showing.lock(touched(own, other, event));
    // Locked in the order of ids, like publishing does, to avoid deadlocks.
    Map<UUID, FollowTarget> locked = new HashMap<>();
    Stream.concat(own.stream(), other.stream())
        .sorted()
        .forEach(id -> targets.lock(id).ifPresent(target -> locked.put(id, target)));
    Optional<FollowTarget> outside = other.map(locked::get);
    if (own.isPresent()) {
      goAlong(locked.get(own.get()), outside, event);
    } else if (outside.isPresent()) {
      takeOver(outside.get(), event);
    } else {
      make(event);
    }
  }

  /** Editions no longer show the target; its codes still name the account. */
  void onAccountClosing(@Observes @Priority(AccountClosing.TARGETS) AccountClosing event) {
    targets.idOfAccount(event.accountId()).ifPresent(id -> close(id, event));
  }

  private void close(UUID id, AccountClosing event) {
    showing.lock(targets.editionsShowing(id));
    FollowTarget target = targets.lock(id).orElseThrow();
    // Read again: another transaction may have shown the target before it was locked here.
    List<UUID> editions = targets.editionsShowing(id);
    if (target.state == FollowTarget.State.OPEN) {
      event.alsoChanged(showing.changed(editions));
    }
    target.close(clock.now());
    event.alsoChanged(List.of(TargetChanges.of(target, editions, "followTarget")));
  }

  /** Editions whose targets may change; a rename alone changes none. */
  private Set<UUID> touched(Optional<UUID> own, Optional<UUID> other, AccountChanged event) {
    Set<UUID> editions = new HashSet<>();
    other.ifPresent(id -> editions.addAll(targets.editionsShowing(id)));
    own.filter(id -> event.open() && targets.isHidden(id))
        .ifPresent(id -> editions.addAll(targets.editionsShowing(id)));
    return editions;
  }

  private void make(AccountChanged event) {
    FollowTarget.State state = event.open() ? FollowTarget.State.OPEN : FollowTarget.State.HIDDEN;
    FollowTarget target = new FollowTarget(event.name(), state, clock.now());
    target.accountId = event.accountId();
    targets.persistAndFlush(target);
    placements.persist(Placement.standard(target.id, clock.now()));
    tell(target, List.of(), event);
  }

  /** A target that is already public stays an outside target while the account is hidden. */
  private void takeOver(FollowTarget outside, AccountChanged event) {
    if (!event.open() && outside.state == FollowTarget.State.OPEN) {
      return;
    }
    List<UUID> editions = targets.editionsShowing(outside.id);
    if (outside.state == FollowTarget.State.HIDDEN && event.open()) {
      showing.changed(editions).forEach(event::alsoChanged);
    }
    outside.link(event.accountId(), event.open(), clock.now());
    placements.persist(Placement.standard(outside.id, clock.now()));
    if (outside.state == FollowTarget.State.OPEN) {
      // It belonged to no account until now, so readers of any account may have cached it.
      event.alsoChanged(TargetChanges.ofAll(outside, editions, "followTarget"));
    }
  }

  private void goAlong(FollowTarget target, Optional<FollowTarget> outside, AccountChanged event) {
    outside
        .filter(old -> event.open() || old.state == FollowTarget.State.HIDDEN)
        .ifPresent(old -> merge(old, target, event));
    boolean renamed = target.change(new FollowTargetSettings(event.name(), null), clock.now());
    boolean opened = event.open() && target.open(clock.now());
    List<UUID> editions = renamed || opened ? targets.editionsShowing(target.id) : List.of();
    if (opened) {
      showing.changed(editions).forEach(event::alsoChanged);
    }
    if (renamed || opened) {
      tell(target, editions, event);
    }
  }

  /** The outside target meant this account; editions now show the account's own target. */
  private void merge(FollowTarget old, FollowTarget own, AccountChanged event) {
    List<UUID> editions = targets.editionsShowing(old.id);
    targets.replaceShown(old.id, own.id);
    showing.changed(editions).forEach(event::alsoChanged);
    old.leave(clock.now());
    if (old.state == FollowTarget.State.OPEN) {
      event.alsoChanged(TargetChanges.of(old, editions, "merged"));
    }
    targets.delete(old);
  }

  private static void tell(FollowTarget target, List<UUID> editions, AccountChanged event) {
    if (target.state == FollowTarget.State.OPEN) {
      event.alsoChanged(TargetChanges.of(target, editions, "followTarget"));
    }
  }
}
