package org.yujian.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yujian.auth.Audit;
import org.yujian.auth.Audited;
import org.yujian.auth.Caller;
import org.yujian.cache.Dependencies;
import org.yujian.cache.RememberedViews;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;
import org.yujian.change.Present;
import org.yujian.change.Scope;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.shared.transaction.TriedOnceMore;
import org.yujian.shared.web.IfMatch;

/** Public accounts: reading them, making and changing them at the desk, locking them for others. */
@ApplicationScoped
public class AccountService {

  @Inject AccountRepository accounts;
  @Inject ChangeLog changeLog;
  @Inject Audit audit;
  @Inject DatabaseClock clock;
  @Inject Dependencies dependencies;
  @Inject RememberedViews views;
  @Inject ReadSnapshot snapshot;
  @Inject Event<AccountChanged> changed;

  /** By id or {@code @handle}; 404 unknown or hidden, 410 closed. */
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

  /** The public list, in the order of pinyin. */
  @Transactional
  public AccountPage list(PageRequest page) {
    dependencies.on(Scope.all(ChangedThing.ACCOUNT));
    return AccountPage.of(ItemPage.of(page, accounts.publicPage(page), AccountView::key));
  }

  /** The accounts that a page of something else mentions. */
  public List<AccountView> included(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : inOrder(accounts.views(ids));
  }

  /**
   * The same by the statement that finds the page.
   *
   * @param ids a query of its rows, {@code found}
   */
  public SqlPart<AccountView> part(String ids) {
    return views.keeping(AccountRepository.part(ids), AccountView::id, AccountView::version);
  }

  /** The query of their ids and versions alone, for {@link RememberedViews#known}. */
  public String versions(String ids) {
    return AccountRepository.versions(ids);
  }

  /** In order; the answer depends on them. */
  public List<AccountView> inOrder(List<AccountView> read) {
    List<AccountView> sorted = new ArrayList<>(read);
    sorted.sort(AccountView.IN_LIST_ORDER);
    List<Scope> things = new ArrayList<>();
    sorted.forEach(account -> things.add(Scope.thing(account.id())));
    dependencies.on(things);
    return sorted;
  }

  /** Those of these that are public, and why others are not; unknown ones are in neither. */
  @Transactional
  public Present<AccountView> present(Collection<UUID> ids) {
    return Present.of(ids, accounts::open, AccountView::id, accounts::closed);
  }

  /**
   * The id behind the filter {@code account}, an id or {@code @handle}; empty when there is no such
   * account.
   *
   * @throws org.yujian.shared.problem.Problem {@code invalid-parameter} for anything else
   */
  @Transactional
  public Optional<UUID> filtered(String ref) {
    if (!AccountRepository.isRef(ref)) {
      throw AccountProblems.noFilter();
    }
    return resolve(ref);
  }

  /** The id behind an id or {@code @handle}; empty when there is no such account. */
  @Transactional
  public Optional<UUID> resolve(String ref) {
    Optional<UUID> found = accounts.idOf(ref);
    dependencies.on(found.map(Scope::thing).orElse(Scope.all(ChangedThing.ACCOUNT)));
    return found;
  }

  /** The account of this name (compared by its key) that is not closed. */
  @Transactional
  public Optional<UUID> findLive(String name) {
    return accounts.idOfLive(name);
  }

  /** All that are not closed, hidden ones too: for finding a name that is close. */
  @Transactional
  public List<AccountView> allLive() {
    return accounts.allLive();
  }

  /** The desk's list, within the caller's accounts. */
  @Transactional
  public DeskAccountPage deskList(PageRequest page, Caller caller) {
    return DeskAccountPage.of(
        ItemPage.of(page, accounts.deskPage(caller.accounts(), page), DeskAccount::key));
  }

  /** One account as the desk sees it. */
  @Transactional
  public DeskAccount deskRead(String ref, Caller caller) {
    Account account = accounts.findByRef(ref).orElseThrow(() -> AccountProblems.notFound(ref));
    caller.requireAccount(account.id, () -> AccountProblems.notFound(ref));
    return DeskAccount.of(account);
  }

  /** Makes an account that is public at once. */
  @TriedOnceMore
  @Transactional
  public DeskAccount create(CreateAccount request, Caller caller) {
    caller.requireUnlimited();
    requireFreeName(request.name());
    Account account = make(request, AccountState.OPEN);
    List<Change> changes = changes(account, "account");
    changeLog.append(changes);
    DeskAccount made = DeskAccount.of(account);
    audit.record(
        caller, new Audited("account.create", "account", made.id(), made.id(), null, made));
    return made;
  }

  /**
   * Makes an account that stays hidden until its first edition; within the caller's transaction,
   * which found none of this name. One made since then is left to the unique index and not to a
   * look: the transaction is tried once more and finds it.
   */
  @Transactional(TxType.MANDATORY)
  public UUID createHidden(String name) {
    Account account = make(new CreateAccount(null, name, null, null), AccountState.HIDDEN);
    changed.fire(new AccountChanged(account));
    return account.id;
  }

  /** Changes the settings; {@code expected} is the version that the editor looked at. */
  @TriedOnceMore
  @Transactional
  public DeskAccount change(
      String ref, UnaryOperator<AccountSettings> edit, long expected, Caller caller) {
    UUID id = accounts.idOf(ref).orElseThrow(() -> AccountProblems.notFound(ref));
    caller.requireAccount(id, () -> AccountProblems.notFound(ref));
    Account account = accounts.lock(id).orElseThrow();
    account.requireOpen();
    AccountSettings settings = edit.apply(AccountSettings.of(account));
    IfMatch.require(
        expected, account.version, account.updatedAt, () -> audit.lastBy(account.id).orElse(null));
    DeskAccount before = DeskAccount.of(account);
    if (!NameKeys.unique(settings.name()).equals(account.nameKey)) {
      requireFreeName(settings.name());
    }
    if (account.change(settings, clock.now())) {
      List<Change> changes = changes(account, "settings");
      if (account.state == AccountState.OPEN) {
        changeLog.append(changes);
      }
    }
    DeskAccount after = DeskAccount.of(account);
    audit.record(caller, new Audited("account.change", "account", id, id, before, after));
    return after;
  }

  /** Locks the account for the transaction: who changes content of an account begins here. */
  @Transactional(TxType.MANDATORY)
  public void lock(UUID id) {
    snapshot.writing();
    accounts.lock(id).orElseThrow(() -> AccountProblems.notFound(id.toString())).requireOpen();
  }

  /** Makes a hidden account public with its first edition; the rows for the log, often none. */
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
    AccountChanged event = new AccountChanged(account);
    changed.fire(event);
    List<Change> changes = new ArrayList<>();
    changes.add(
        Change.of(ChangedThing.ACCOUNT, account.id, account.version, part).inAccount(account.id));
    changes.addAll(event.changes());
    return changes;
  }

  private void requireFreeName(String name) {
    if (accounts.idOfLive(name).isPresent()) {
      throw AccountProblems.nameTaken(name);
    }
  }

  /** The asked handle, or one from the name's pinyin with a number behind it when taken. */
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
