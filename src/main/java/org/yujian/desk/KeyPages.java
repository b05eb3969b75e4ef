package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Caller;
import org.yujian.auth.DeskKey;
import org.yujian.auth.DeskKeyPage;
import org.yujian.auth.DeskKeyService;
import org.yujian.auth.Scopes;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.time.DatabaseClock;

/** Reads what the pages about keys show, within the caller's rights. */
@ApplicationScoped
class KeyPages {

  static final String PATH = "/desk/settings/keys";

  /**
   * Keys, latest first, and what a new one can have.
   *
   * @param scopes the caller's scopes
   * @param accounts accounts to choose from
   * @param limited whether a new key has to be limited to some of them
   */
  record Keys(
      List<Shown> items,
      PageLinks links,
      List<String> scopes,
      List<DeskAccount> accounts,
      boolean limited) {}

  /**
   * A key.
   *
   * @param state {@code active}, {@code expired} or {@code revoked}
   * @param accounts names of the accounts that it is limited to; null when not limited
   * @param own whether the caller uses it now
   * @param auditor whether the caller may read what it did
   */
  record Shown(DeskKey key, String state, List<String> accounts, boolean own, boolean auditor) {

    public boolean isActive() {
      return state.equals("active");
    }
  }

  private final DeskKeyService keys;
  private final AccountService accounts;
  private final AccountChoices choices;
  private final DatabaseClock clock;

  KeyPages(
      DeskKeyService keys, AccountService accounts, AccountChoices choices, DatabaseClock clock) {
    this.keys = keys;
    this.accounts = accounts;
    this.choices = choices;
    this.clock = clock;
  }

  Keys list(String cursor, Caller caller) {
    DeskKeyPage found =
        keys.list(PageRequest.of(null, cursor, "page of keys", PageKey.Named.class), caller);
    Map<UUID, String> names =
        accounts.deskNames(
            found.items().stream()
                .map(DeskKey::accounts)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .distinct()
                .toList());
    return new Keys(
        found.items().stream().map(key -> shown(key, names, caller)).toList(),
        PageLinks.of(PATH, Map.of(), cursor, found.next()),
        Scopes.ALL.stream().filter(caller::has).toList(),
        choices.read(caller),
        !caller.unlimited());
  }

  Shown read(UUID id, Caller caller) {
    DeskKey key = keys.read(id, caller);
    List<UUID> limits = key.accounts() == null ? List.of() : key.accounts();
    return shown(key, accounts.deskNames(limits), caller);
  }

  private Shown shown(DeskKey key, Map<UUID, String> names, Caller caller) {
    return new Shown(
        key,
        state(key, clock.now()),
        key.accounts() == null ? null : key.accounts().stream().map(names::get).toList(),
        key.id().equals(caller.keyId()),
        caller.has(Scopes.AUDIT));
  }

  private static String state(DeskKey key, Instant now) {
    if (key.revokedAt() != null) {
      return "revoked";
    }
    return key.expiresAt() != null && !key.expiresAt().isAfter(now) ? "expired" : "active";
  }
}
