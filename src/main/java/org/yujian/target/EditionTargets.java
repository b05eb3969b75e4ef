package org.yujian.target;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.yujian.media.Picture;
import org.yujian.shared.time.DatabaseClock;

/** Reads and sets which follow targets an edition shows, for imports and publishing. */
@ApplicationScoped
public class EditionTargets {

  private final TargetRepository targets;
  private final AccountService accounts;
  private final DatabaseClock clock;

  EditionTargets(TargetRepository targets, AccountService accounts, DatabaseClock clock) {
    this.targets = targets;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The target that a name in a document refers to.
   *
   * @param result {@code linked} (local account), {@code existing} or {@code created} (outside)
   */
  public record Found(UUID id, String result, UUID accountId) {}

  /** Finds the target: of an account with this name, else an outside one, created if missing. */
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

  /** What came of the code that a document shows for a target. */
  public enum CodeTaken {
    TAKEN,
    /** The target has a code already, or is that of an account here. */
    NOT_NEEDED,
    /** The target is public, and the caller may not change it. */
    NOT_ALLOWED
  }

  /**
   * Gives a target the code that a document shows below its name.
   *
   * @param content what the code says; becomes the target's URL if it is one
   * @param mayChangePublic whether a target that readers see already may change
   * @param changes gets the change-log row of a public target
   */
  @Transactional(TxType.MANDATORY)
  public CodeTaken takeCode(
      UUID id, String content, Picture image, boolean mayChangePublic, List<Change> changes) {
    FollowTarget target = targets.lock(id).orElseThrow();
    boolean open = target.state == FollowTarget.State.OPEN;
    if (open && !mayChangePublic && target.needsCode()) {
      return CodeTaken.NOT_ALLOWED;
    }
    String url = FollowTargetSettings.isUrl(content) ? content : null;
    if (!target.takeCode(url, image, clock.now())) {
      return CodeTaken.NOT_NEEDED;
    }
    if (open) {
      changes.add(TargetChanges.of(target, targets.editionsShowing(target.id), "settings"));
    }
    return CodeTaken.TAKEN;
  }

  /** Sets the targets of an edition in order, without duplicates; true when they changed. */
  @Transactional(TxType.MANDATORY)
  public boolean show(UUID edition, List<UUID> targetIds) {
    List<UUID> wanted = List.copyOf(new LinkedHashSet<>(targetIds));
    if (wanted.equals(shown(edition))) {
      return false;
    }
    // Locked in the order of ids before rows refer to the targets: an account that is taking over a
    // target makes this transaction wait.
    wanted.stream().sorted().forEach(targets::lock);
    targets.removeShown(edition);
    for (int i = 0; i < wanted.size(); i++) {
      targets.insertShown(edition, i + 1, wanted.get(i));
    }
    return true;
  }

  /** Those of the ids that belong to a target. */
  @Transactional(TxType.MANDATORY)
  public List<UUID> existing(Collection<UUID> ids) {
    return ids.stream().filter(id -> targets.findByIdOptional(id).isPresent()).toList();
  }

  @Transactional(TxType.MANDATORY)
  public List<UUID> shown(UUID edition) {
    return shown(List.of(edition)).getOrDefault(edition, List.of());
  }

  /** Ids of the targets of each edition, in order. */
  @Transactional(TxType.MANDATORY)
  public Map<UUID, List<UUID>> shown(Collection<UUID> editions) {
    return targets.shown(editions).stream()
        .collect(groupingBy(PlacedTarget::editionId, mapping(PlacedTarget::targetId, toList())));
  }

  /** Opens hidden outside targets of editions that go live; returns the change-log rows. */
  @Transactional(TxType.MANDATORY)
  public List<Change> open(Collection<UUID> editions) {
    // Locked in the order of ids, to avoid deadlocks between concurrent publications.
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
      // An account took over a target in the meantime, so the editions now show another one.
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
