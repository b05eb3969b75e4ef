package org.yujian.target;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.account.AccountChanged;
import org.yujian.account.AccountClosing;
import org.yujian.shared.time.DatabaseClock;

/**
 * Keeps the follow target of each account here: made (with its default placement) or taken over
 * from an outside one of the same name when the account comes, renamed and made public with it.
 */
@ApplicationScoped
class AccountTargets {

  @Inject TargetRepository targets;
  @Inject DatabaseClock clock;

  void onAccountChanged(@Observes AccountChanged event) {
    Optional<UUID> own = targets.idOfAccount(event.accountId());
    Optional<UUID> other = targets.idOfOutside(event.name());
    // In the order of ids, as those who publish lock them.
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

  /** Nothing shows the target any more; its codes say whose they were. */
  void onAccountClosing(@Observes @Priority(AccountClosing.TARGETS) AccountClosing event) {
    targets
        .idOfAccount(event.accountId())
        .flatMap(targets::lock)
        .filter(target -> target.close(clock.now()))
        .ifPresent(
            target ->
                event.alsoChanged(
                    List.of(
                        TargetChanges.of(
                            target, targets.editionsShowing(target.id), "followTarget"))));
  }

  private void make(AccountChanged event) {
    FollowTarget.State state = event.open() ? FollowTarget.State.OPEN : FollowTarget.State.HIDDEN;
    FollowTarget target = new FollowTarget(event.name(), state, clock.now());
    target.accountId = event.accountId();
    targets.persistAndFlush(target);
    targets.persist(Placement.standard(target.id, clock.now()));
    tell(target, List.of(), event);
  }

  /** While the account is hidden, what the public already sees stays an outside target. */
  private void takeOver(FollowTarget outside, AccountChanged event) {
    if (!event.open() && outside.state == FollowTarget.State.OPEN) {
      return;
    }
    outside.link(event.accountId(), event.open(), clock.now());
    targets.persist(Placement.standard(outside.id, clock.now()));
    tell(outside, targets.editionsShowing(outside.id), event);
  }

  private void goAlong(FollowTarget target, Optional<FollowTarget> outside, AccountChanged event) {
    outside
        .filter(old -> event.open() || old.state == FollowTarget.State.HIDDEN)
        .ifPresent(old -> merge(old, target, event));
    boolean renamed = target.change(new FollowTargetSettings(event.name(), null), clock.now());
    boolean opened = event.open() && target.open(clock.now());
    if (renamed || opened) {
      tell(target, targets.editionsShowing(target.id), event);
    }
  }

  /** The outside target was this account all the time: editions show the account's own instead. */
  private void merge(FollowTarget old, FollowTarget own, AccountChanged event) {
    List<UUID> editions = targets.editionsShowing(old.id);
    targets.replaceShown(old.id, own.id);
    old.leave(clock.now());
    if (old.state == FollowTarget.State.OPEN) {
      event.alsoChanged(TargetChanges.of(old, editions, "followTarget"));
    }
    targets.delete(old);
  }

  private static void tell(FollowTarget target, List<UUID> editions, AccountChanged event) {
    if (target.state == FollowTarget.State.OPEN) {
      event.alsoChanged(TargetChanges.of(target, editions, "followTarget"));
    }
  }
}
