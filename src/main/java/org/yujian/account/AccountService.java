package org.yujian.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.cache.Dependencies;
import org.yujian.cache.ViewCache;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;
import org.yujian.change.Lookup;
import org.yujian.change.Scope;
import org.yujian.media.PictureLibrary;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Reads accounts, changes them for editors, and locks them for other packages. */
@ApplicationScoped
public class AccountService {

  private final AccountRepository accounts;
  private final PublishedAccountRepository published;
  private final ChangeLog changeLog;
  private final Audit audit;
  private final DatabaseClock clock;
  private final Dependencies dependencies;
  private final ViewCache views;
  private final ReadSnapshot snapshot;
  private final AccountContent content;
  private final PictureLibrary pictures;

  AccountService(
      AccountRepository accounts,
      PublishedAccountRepository published,
      ChangeLog changeLog,
      Audit audit,
      DatabaseClock clock,
      Dependencies dependencies,
      ViewCache views,
      ReadSnapshot snapshot,
      AccountContent content,
      PictureLibrary pictures) {
    this.accounts = accounts;
    this.published = published;
    this.changeLog = changeLog;
    this.audit = audit;
    this.clock = clock;
    this.dependencies = dependencies;
    this.views = views;
    this.snapshot = snapshot;
    this.content = content;
    this.pictures = pictures;
  }

  /** By id or {@code @handle}; 404 when unknown or hidden, 410 when closed. */
  @Transactional
  public AccountView read(String ref) {
    Account account =
        accounts
            .findByRef(ref)
            .filter(found -> found.state != AccountState.HIDDEN)
            .orElseThrow(() -> AccountProblems.notFound(ref));
    account.requireOpen();
    dependencies.on(Scope.thing(account.id));
    return AccountView.of(account);
  }

  @Transactional
  public AccountPage list(PageRequest page) {
    dependencies.on(Scope.all(ChangedThing.ACCOUNT));
    return AccountPage.of(ItemPage.of(page, published.page(page), AccountView::key));
  }

  /** All public accounts in list order, however many there are. */
  public List<AccountView> all() {
    dependencies.on(Scope.all(ChangedThing.ACCOUNT));
    return published.open().stream().sorted(AccountView.IN_LIST_ORDER).toList();
  }

  public List<AccountView> included(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : inOrder(published.views(ids));
  }

  /**
   * Reads the accounts of a page as part of the statement that finds the page.
   *
   * @param ids subquery of account ids over the rows of the page, {@code found}
   */
  public SqlPart<AccountView> part(String ids) {
    return views.keeping(
        PublishedAccountRepository.part(ids), AccountView::id, AccountView::version);
  }

  public String versions(String ids) {
    return PublishedAccountRepository.versions(ids);
  }

  /** Sorts the accounts in list order and records them as dependencies of the response. */
  public List<AccountView> inOrder(List<AccountView> read) {
    List<AccountView> sorted = new ArrayList<>(read);
    sorted.sort(AccountView.IN_LIST_ORDER);
    List<Scope> things = new ArrayList<>();
    sorted.forEach(account -> things.add(Scope.thing(account.id())));
    dependencies.on(things);
    return sorted;
  }

  /** Public accounts with these ids, and the ids of closed ones; hidden accounts are left out. */
  @Transactional
  public Lookup<AccountView> present(Collection<UUID> ids) {
    return Lookup.of(ids, published::open, AccountView::id, published::closed);
  }

  /**
   * Resolves the query parameter {@code account}; empty when no such account exists.
   *
   * @throws org.yujian.shared.problem.Problem {@code invalid-parameter} for neither id nor handle
   */
  @Transactional
  public Optional<UUID> filtered(String ref) {
    if (!AccountRepository.isRef(ref)) {
      throw AccountProblems.noFilter();
    }
    return resolve(ref);
  }

  @Transactional
  public Optional<UUID> resolve(String ref) {
    Optional<UUID> found = accounts.idOf(ref);
    dependencies.on(found.map(Scope::thing).orElse(Scope.all(ChangedThing.ACCOUNT)));
    return found;
  }

  /** Id of the account with this name, compared by its unique key, that is not closed. */
  @Transactional
  public Optional<UUID> findLive(String name) {
    return accounts.idOfLive(name);
  }

  /** All open and hidden accounts, to look for similar names. */
  @Transactional
  public List<AccountView> allLive() {
    return accounts.allLive();
  }

  @Transactional
  public DeskAccountPage deskList(PageRequest page, Caller caller) {
    return DeskAccountPage.of(
        ItemPage.of(page, accounts.deskPage(caller.accounts(), page), DeskAccount::key));
  }

  /** Names by id, of closed accounts too; for pages that show them beside other things. */
  @Transactional
  public Map<UUID, String> deskNames(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : accounts.names(ids);
  }

  @Transactional
  public DeskAccount deskRead(String ref, Caller caller) {
    Account account = accounts.findByRef(ref).orElseThrow(() -> AccountProblems.notFound(ref));
    caller.requireAccount(account.id, () -> AccountProblems.notFound(ref));
    return DeskAccount.of(account);
  }

  @RetryOnConflict
  @Transactional
  public DeskAccount create(CreateAccount request, Caller caller) {
    caller.requireUnlimited();
    requireFreeName(request.name());
    Account account = make(request, AccountState.OPEN);
    List<Change> changes = changes(account, "account");
    changeLog.append(changes);
    DeskAccount made = DeskAccount.of(account);
    audit.record(
        caller, new AuditEvent("account.create", "account", made.id(), made.id(), null, made));
    return made;
  }

  /**
   * Creates an account that is hidden until its first edition is published. The caller has found no
   * account of this name. If another transaction inserts one now, the unique index fails and the
   * retry finds that account.
   */
  @Transactional(TxType.MANDATORY)
  public UUID createHidden(String name) {
    Account account = make(new CreateAccount(null, name, null, null), AccountState.HIDDEN);
    content.changed(AccountChanged.of(account));
    return account.id;
  }

  @RetryOnConflict
  @Transactional
  public DeskAccount change(
      String ref, UnaryOperator<AccountSettings> edit, long expected, Caller caller) {
    UUID id = accounts.idOf(ref).orElseThrow(() -> AccountProblems.notFound(ref));
    caller.requireAccount(id, () -> AccountProblems.notFound(ref));
    Account account = accounts.lock(id).orElseThrow();
    account.requireOpen();
    AccountSettings edited = edit.apply(AccountSettings.of(account));
    if (edited.review() != null) {
      edited.review().check();
    }
    AccountSettings settings = edited.withAvatar(pictures.resolve(edited.avatar(), id));
    IfMatch.require(
        expected, account.version, account.updatedAt, () -> audit.lastBy(account.id).orElse(null));
    DeskAccount before = DeskAccount.of(account);
    if (!settings.name().equals(AccountSettings.of(account).name())
        && !NameKeys.unique(settings.name()).equals(account.nameKey)) {
      requireFreeName(settings.name());
    }
    if (account.change(settings, clock.now())) {
      List<Change> changes = changes(account, "settings");
      if (account.state == AccountState.OPEN) {
        changeLog.append(changes);
      }
    }
    DeskAccount after = DeskAccount.of(account);
    audit.record(caller, new AuditEvent("account.change", "account", id, id, before, after));
    return after;
  }

  /** Locks the account before a change of its content. 404 if unknown, 410 if closed. */
  @Transactional(TxType.MANDATORY)
  public void lock(UUID id) {
    snapshot.writing();
    accounts.lock(id).orElseThrow(() -> AccountProblems.notFound(id.toString())).requireOpen();
  }

  /** The review that content of the account has to pass; empty for none. */
  @Transactional(TxType.MANDATORY)
  public Optional<ReviewSettings> review(UUID id) {
    return accounts.findByIdOptional(id).map(account -> account.review);
  }

  /** Makes a hidden account public; returns the change-log rows, empty if it was not hidden. */
  @Transactional(TxType.MANDATORY)
  public List<Change> open(UUID id) {
    Account account = accounts.lock(id).orElseThrow();
    return account.open(clock.now()) ? changes(account, "account") : List.of();
  }

  private Account make(CreateAccount request, AccountState state) {
    Account account = new Account(freeHandle(request), request.name(), state, clock.now());
    account.intro = request.intro();
    account.registration = request.registration();
    accounts.persistAndFlush(account);
    return account;
  }

  private List<Change> changes(Account account, String part) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        Change.of(ChangedThing.ACCOUNT, account.id, account.version, part).inAccount(account.id));
    changes.addAll(content.changed(AccountChanged.of(account)));
    return changes;
  }

  private void requireFreeName(String name) {
    if (accounts.idOfLive(name).isPresent()) {
      throw AccountProblems.nameTaken(name);
    }
  }

  /** The requested handle, or the pinyin of the name; with a number if the pinyin is taken. */
  private String freeHandle(CreateAccount request) {
    if (request.handle() != null) {
      if (accounts.handleExists(request.handle())) {
        throw AccountProblems.handleTaken(request.handle());
      }
      return request.handle();
    }
    String slug = NameKeys.slug(request.name());
    if (slug.isEmpty()) {
      throw AccountProblems.handleRequired(request.name());
    }
    return NameKeys.firstFree(slug, accounts::handleExists);
  }
}
