package org.yujian.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.change.ChangeLog;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;
import org.yujian.shared.web.PublicUrl;

/**
 * Manages placements of local accounts for editors. Creating one changes nothing public, so only an
 * end writes a change-log row. Locks account, follow target and placement, in this order.
 */
@ApplicationScoped
public class PlacementService {

  private static final String THING = "placement";
  private static final Caller CLOCK = Caller.program("clock");

  private final PlacementRepository placements;
  private final TargetRepository targets;
  private final AccountService accounts;
  private final ChangeLog changeLog;
  private final Audit audit;
  private final DatabaseClock clock;
  private final PublicUrl publicUrl;

  PlacementService(
      PlacementRepository placements,
      TargetRepository targets,
      AccountService accounts,
      ChangeLog changeLog,
      Audit audit,
      DatabaseClock clock,
      PublicUrl publicUrl) {
    this.placements = placements;
    this.targets = targets;
    this.accounts = accounts;
    this.changeLog = changeLog;
    this.audit = audit;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  @Transactional
  public PlacementPage list(UUID target, PageRequest page, Caller caller) {
    accountOf(target, caller);
    Instant now = clock.now();
    List<PlacementView> views =
        placements.page(target, page).stream().map(placement -> view(placement, now)).toList();
    return PlacementPage.of(ItemPage.of(page, views, PlacementView::key));
  }

  /** Number of active placements by target; targets of accounts out of reach count as well. */
  @Transactional
  public Map<UUID, Long> active(Collection<UUID> targets) {
    return targets.isEmpty() ? Map.of() : placements.active(targets, clock.now());
  }

  @Transactional
  public PlacementView read(UUID target, UUID id, Caller caller) {
    return view(find(target, id, caller), clock.now());
  }

  /** Text and link to print; 409 when the placement has ended or no public URL is set. */
  @Transactional
  public PrintedCode print(UUID target, UUID id, Caller caller) {
    Placement placement = find(target, id, caller);
    requireActive(placement, clock.now());
    if (!publicUrl.known()) {
      throw ProblemCode.PUBLIC_URL_UNSET.problem();
    }
    String name = targets.findById(target).name;
    return new PrintedCode(name, publicUrl.link(path(placement)), placement.label, placement.scene);
  }

  /** Content of the poster to share; errors as for {@link #print}. */
  @Transactional
  SharePoster poster(UUID target, UUID id, UnaryOperator<String> line, Caller caller) {
    PrintedCode printed = print(target, id, caller);
    DeskAccount account = accounts.deskRead(accountOf(target, caller).toString(), caller);
    return new SharePoster(
        account.name(),
        null,
        account.avatar(),
        account.intro(),
        null,
        line.apply(account.name()),
        printed.link());
  }

  @RetryOnConflict
  @Transactional
  PlacementView create(UUID target, CreatePlacement request, Caller caller) {
    UUID account = lock(target, caller).accountId;
    Instant now = clock.now();
    PlacementSettings settings = request.settings();
    requireFuture(settings, now);
    if (request.scene() != null && placements.sceneIsTaken(target, request.scene())) {
      throw TargetProblems.sceneTaken(request.scene());
    }
    Placement placement = Placement.of(target, settings, request.scene(), now);
    placements.persistAndFlush(placement);
    PlacementView made = view(placement, now);
    audit.record(
        caller, new AuditEvent("placement.create", THING, placement.id, account, null, made));
    return made;
  }

  @RetryOnConflict
  @Transactional
  PlacementView change(
      PlacementRef what, UnaryOperator<PlacementSettings> edit, long expected, Caller caller) {
    FollowTarget target = lock(what.followTargetId(), caller);
    Placement placement = lock(what);
    PlacementSettings settings = edit.apply(PlacementSettings.of(placement));
    IfMatch.require(
        expected,
        placement.version,
        placement.updatedAt,
        () -> audit.lastBy(placement.id).orElse(null));
    Instant now = clock.now();
    PlacementView before = view(placement, now);
    if (!Objects.equals(settings.endsAt(), placement.endsAt)) {
      requireNoDefault(placement);
      requireActive(placement, now);
      requireFuture(settings, now);
    }
    placement.change(settings, now);
    PlacementView after = view(placement, now);
    audit.record(
        caller,
        new AuditEvent("placement.change", THING, placement.id, target.accountId, before, after));
    return after;
  }

  /** Ends a placement for ever; no effect on an ended placement. */
  @RetryOnConflict
  @Transactional
  PlacementView end(PlacementRef what, Caller caller) {
    FollowTarget target = lock(what.followTargetId(), caller);
    Placement placement = lock(what);
    requireNoDefault(placement);
    Instant now = clock.now();
    end(placement, target, caller, now);
    return view(placement, now);
  }

  private boolean end(Placement placement, FollowTarget target, Caller by, Instant now) {
    PlacementView before = view(placement, now);
    if (!placement.end(now)) {
      return false;
    }
    tell(target, now);
    audit.record(
        by,
        new AuditEvent(
            "placement.end", THING, placement.id, target.accountId, before, view(placement, now)));
    return true;
  }

  /** Hides a placement from editors; its code responds with 410, its follows and scans stay. */
  @RetryOnConflict
  @Transactional
  void delete(PlacementRef what, Caller caller) {
    FollowTarget target = lock(what.followTargetId(), caller);
    Placement placement = lock(what);
    requireNoDefault(placement);
    Instant now = clock.now();
    PlacementView before = view(placement, now);
    boolean unannounced = placement.end(now);
    placement.delete(now);
    if (unannounced) {
      tell(target, now);
    }
    audit.record(
        caller,
        new AuditEvent("placement.delete", THING, placement.id, target.accountId, before, null));
  }

  @Transactional
  List<PlacementRef> due() {
    return placements.due(clock.now());
  }

  /** Records the end of a placement whose end time is over; false when another node was first. */
  @Transactional
  boolean endDue(PlacementRef due) {
    FollowTarget target = targets.lock(due.followTargetId()).orElseThrow();
    Instant now = clock.now();
    return placements
        .lock(due.followTargetId(), due.placementId())
        .map(placement -> placement.hasEnded(now) && end(placement, target, CLOCK, now))
        .orElse(false);
  }

  /** Writes no row for hidden or closed targets: the public could not have scanned their codes. */
  private void tell(FollowTarget target, Instant now) {
    if (target.state == FollowTarget.State.OPEN) {
      target.codeEnded(now);
      changeLog.append(TargetChanges.of(target, targets.editionsShowing(target.id), THING));
    }
  }

  private FollowTarget lock(UUID target, Caller caller) {
    accounts.lock(accountOf(target, caller));
    return targets.lock(target).orElseThrow(() -> TargetProblems.notFound(target));
  }

  /** Reads the id only: an entity loaded before it is locked would be stale. */
  private UUID accountOf(UUID target, Caller caller) {
    UUID account = targets.accountOf(target).orElseThrow(() -> withoutAccount(target));
    caller.requireAccount(account, () -> TargetProblems.notFound(target));
    return account;
  }

  private Problem withoutAccount(UUID target) {
    return targets
        .findByIdOptional(target)
        .map(outside -> TargetProblems.outside(outside.name))
        .orElseGet(() -> TargetProblems.notFound(target));
  }

  private Placement find(UUID target, UUID id, Caller caller) {
    accountOf(target, caller);
    return placements.find(target, id).orElseThrow(() -> TargetProblems.noPlacement(id));
  }

  private Placement lock(PlacementRef what) {
    return placements
        .lock(what.followTargetId(), what.placementId())
        .orElseThrow(() -> TargetProblems.noPlacement(what.placementId()));
  }

  private static void requireNoDefault(Placement placement) {
    if (placement.isDefault()) {
      throw ProblemCode.PLACEMENT_IS_DEFAULT.problem();
    }
  }

  private static void requireActive(Placement placement, Instant now) {
    if (placement.hasEnded(now)) {
      throw ProblemCode.PLACEMENT_ENDED.problem(placement.label).with("at", placement.endsAt);
    }
  }

  private static void requireFuture(PlacementSettings settings, Instant now) {
    if (settings.endsAt() != null && !settings.endsAt().isAfter(now)) {
      throw ProblemCode.INVALID_BODY.problem().with(FieldError.at("/endsAt", "future"));
    }
  }

  private PlacementView view(Placement placement, Instant now) {
    return PlacementView.of(placement, publicUrl.link(path(placement)), now);
  }

  private static String path(Placement placement) {
    return "/f/" + placement.code;
  }
}
