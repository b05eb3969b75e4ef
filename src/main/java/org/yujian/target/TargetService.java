package org.yujian.target;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.yujian.account.AccountService;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.cache.Dependencies;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;
import org.yujian.change.Lookup;
import org.yujian.change.Scope;
import org.yujian.media.PictureLibrary;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Reads follow targets and their codes, and manages outside targets for editors. */
@ApplicationScoped
public class TargetService {

  private final TargetRepository targets;
  private final PublishedTargetRepository published;
  private final AccountService accounts;
  private final QrLinks links;
  private final ChangeLog changeLog;
  private final Audit audit;
  private final DatabaseClock clock;
  private final Dependencies dependencies;
  private final PictureLibrary pictures;

  TargetService(
      TargetRepository targets,
      PublishedTargetRepository published,
      AccountService accounts,
      QrLinks links,
      ChangeLog changeLog,
      Audit audit,
      DatabaseClock clock,
      Dependencies dependencies,
      PictureLibrary pictures) {
    this.targets = targets;
    this.published = published;
    this.accounts = accounts;
    this.links = links;
    this.changeLog = changeLog;
    this.audit = audit;
    this.clock = clock;
    this.dependencies = dependencies;
    this.pictures = pictures;
  }

  /** Finds a public target; 404 when unknown or hidden, 410 when its account is closed. */
  @Transactional
  public FollowTargetView read(UUID id) {
    return view(open(id));
  }

  private FollowTargetRow open(UUID id) {
    dependencies.on(Scope.thing(id));
    return published.one(id).orElseThrow(() -> absent(id));
  }

  private Problem absent(UUID id) {
    published.closed(List.of(id)).forEach(closed -> accounts.read(closed.account().toString()));
    return TargetProblems.notFound(id);
  }

  /** One page of the public list in pinyin order, or of one edition's targets in its order. */
  @Transactional
  public FollowTargetPage list(TargetFilter filter, PageRequest page) {
    Optional<UUID> account = Optional.ofNullable(filter.account()).flatMap(accounts::filtered);
    boolean none = filter.account() != null && account.isEmpty();
    dependencies.on(
        filter.edition() == null
            ? Scope.all(ChangedThing.FOLLOW_TARGET)
            : Scope.edition(filter.edition()));
    if (filter.edition() == null) {
      List<FollowTargetRow> rows = none ? List.of() : published.page(account.orElse(null), page);
      return page(page, rows, FollowTargetView::key);
    }
    List<FollowTargetRow> rows =
        none ? List.of() : published.editionPage(filter.edition(), account.orElse(null), page);
    return page(page, rows, FollowTargetView::placeKey);
  }

  @Transactional
  public Map<UUID, List<FollowTargetView>> shownBy(Collection<UUID> editions) {
    List<FollowTargetRow> rows = published.shownBy(editions);
    dependencies.on(rows.stream().map(row -> Scope.thing(row.id())).toList());
    dependencies.on(editions.stream().map(Scope::edition).toList());
    return rows.stream()
        .sorted(Comparator.comparing(FollowTargetRow::position))
        .collect(groupingBy(FollowTargetRow::editionId, mapping(this::view, toList())));
  }

  /**
   * Reads public targets in the statement that finds the editions. Records no dependencies; that is
   * up to the caller.
   *
   * @param editions subquery of edition ids over the rows {@code found}
   */
  public SqlPart<FollowTargetView> partShownBy(String editions) {
    return PublishedTargetRepository.partShownBy(editions).map(this::view);
  }

  /** Public targets with these ids, and those closed with their account. */
  @Transactional
  public Lookup<FollowTargetView> present(Collection<UUID> ids) {
    return Lookup.of(
        ids, some -> views(published.some(some)), FollowTargetView::id, published::closed);
  }

  @Transactional
  public List<UUID> idsOf(Collection<UUID> accounts) {
    return accounts.isEmpty() ? List.of() : published.idsOfAccounts(accounts);
  }

  @Transactional
  public Map<UUID, List<UUID>> idsShownBy(Collection<UUID> editions) {
    return published.idsShownBy(editions).stream()
        .sorted(Comparator.comparing(PlacedTarget::position))
        .collect(groupingBy(PlacedTarget::editionId, mapping(PlacedTarget::targetId, toList())));
  }

  /** QR code of a public target; 404 with a problem code of its own when the target has no URL. */
  @Transactional
  public QrPicture qr(UUID id) {
    FollowTargetRow row = open(id);
    String content = links.content(row).orElseThrow(() -> TargetProblems.needsImage(row.name()));
    return new QrPicture(QrCode.of(content), links.version(row));
  }

  /** The public target of a local account; empty while the account is hidden. */
  @Transactional
  public Optional<FollowTargetView> readOf(UUID account) {
    // A target never changes its account, so only a change of this account can make one appear.
    dependencies.on(Scope.account(account));
    return published.ofAccount(account).map(this::view);
  }

  @Transactional
  public Map<UUID, FollowTargetView> ofAccounts(Collection<UUID> accounts) {
    dependencies.on(Scope.all(ChangedThing.FOLLOW_TARGET));
    return views(published.ofAccounts(accounts)).stream()
        .collect(toMap(FollowTargetView::accountId, Function.identity()));
  }

  /** Placement and target of a code or landing page URL, maybe ended; 404 when unknown. */
  @Transactional
  public ScannedCode scanned(String codeOrUrl) {
    return ofCode(CodeText.code(codeOrUrl).orElseThrow(TargetProblems::codeNotFound));
  }

  @Transactional
  public ScannedCode ofCode(String code) {
    ScannedCode found = published.scanned(code).orElseThrow(TargetProblems::codeNotFound);
    dependencies.on(Scope.target(found.followTargetId()), Scope.thing(found.followTargetId()));
    if (found.endsAt() != null) {
      dependencies.uncacheable();
    }
    return found;
  }

  /** Includes hidden targets, except those only in drafts that the key may not see. */
  @Transactional
  public FollowTargetPage deskList(PageRequest page, Caller caller) {
    return page(page, targets.deskPage(caller.accounts(), page), FollowTargetView::key);
  }

  @Transactional
  public FollowTargetView deskRead(UUID id, Caller caller) {
    return view(
        targets.deskRow(id, caller.accounts()).orElseThrow(() -> TargetProblems.notFound(id)));
  }

  /** Creates an outside target that is public at once. */
  @RetryOnConflict
  @Transactional
  public FollowTargetView create(FollowTargetSettings settings, Caller caller) {
    caller.requireUnlimited();
    requireFreeName(settings.name());
    FollowTarget target = new FollowTarget(settings.name(), FollowTarget.State.OPEN, clock.now());
    target.url = settings.url();
    target.image = pictures.resolve(settings.image(), null);
    targets.persistAndFlush(target);
    changeLog.append(TargetChanges.of(target, List.of(), "followTarget"));
    FollowTargetView made = deskRead(target.id, caller);
    audit.record(
        caller, new AuditEvent("followTarget.create", "followTarget", target.id, null, null, made));
    return made;
  }

  @RetryOnConflict
  @Transactional
  public FollowTargetView change(
      UUID id, UnaryOperator<FollowTargetSettings> edit, long expected, Caller caller) {
    caller.requireUnlimited();
    FollowTarget target = targets.lock(id).orElseThrow(() -> TargetProblems.notFound(id));
    if (target.accountId != null) {
      throw TargetProblems.ofAccount(target.name);
    }
    FollowTargetSettings edited = edit.apply(FollowTargetSettings.of(target));
    FollowTargetSettings settings = edited.withImage(pictures.resolve(edited.image(), null));
    IfMatch.require(
        expected, target.version, target.updatedAt, () -> audit.lastBy(target.id).orElse(null));
    if (!settings.name().equals(FollowTargetSettings.of(target).name())
        && !NameKeys.unique(settings.name()).equals(target.nameKey)) {
      requireFreeName(settings.name());
    }
    FollowTargetView before = deskRead(id, caller);
    if (target.change(settings, clock.now()) && target.state == FollowTarget.State.OPEN) {
      changeLog.append(TargetChanges.of(target, targets.editionsShowing(target.id), "settings"));
    }
    FollowTargetView after = deskRead(id, caller);
    audit.record(
        caller, new AuditEvent("followTarget.change", "followTarget", id, null, before, after));
    return after;
  }

  private void requireFreeName(String name) {
    if (accounts.findLive(name).isPresent() || targets.idOfOutside(name).isPresent()) {
      throw TargetProblems.nameTaken(name);
    }
  }

  private FollowTargetPage page(
      PageRequest page, List<FollowTargetRow> rows, Function<FollowTargetView, PageKey> key) {
    return FollowTargetPage.of(ItemPage.of(page, views(rows), key));
  }

  private List<FollowTargetView> views(List<FollowTargetRow> rows) {
    return rows.stream().map(this::view).toList();
  }

  private FollowTargetView view(FollowTargetRow row) {
    return FollowTargetView.of(row, links.version(row));
  }
}
