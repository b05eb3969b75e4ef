package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.ingest.healing.Document;
import org.yujian.ingest.healing.FollowMention;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Chooses the account of an import: the requested one, or that of the first follow line. */
@ApplicationScoped
class ImportAccounts {

  private static final int NEAREST = 5;

  /** Maximum edit distance of names that are probably typos of each other. */
  private static final int SIMILAR = 2;

  private final AccountService accounts;

  ImportAccounts(AccountService accounts) {
    this.accounts = accounts;
  }

  /**
   * The account of an import.
   *
   * @param id null for a document without articles that names no existing account
   */
  record Chosen(UUID id, boolean created, Optional<AccountView> similar) {}

  /** The existing account of an import; empty if none is named, or the key may not use it. */
  @Transactional
  Optional<UUID> find(String asked, Document document, Caller caller) {
    if (asked == null) {
      return named(document).flatMap(accounts::findLive).filter(caller::reaches);
    }
    return Optional.of(asked(asked, caller));
  }

  /** The account that a request names; empty if it names none. */
  @Transactional
  Optional<UUID> requested(String asked, Caller caller) {
    return asked == null ? Optional.empty() : Optional.of(asked(asked, caller));
  }

  /** Finds and locks the account, or creates it if the key may do so; else 422. */
  @Transactional(TxType.MANDATORY)
  Chosen choose(String asked, Document document, Caller caller) {
    Optional<UUID> found = find(asked, document, caller);
    if (found.isPresent()) {
      accounts.lock(found.get());
      return new Chosen(found.get(), false, Optional.empty());
    }
    Optional<String> name = named(document);
    if (document.articles().isEmpty() && caller.unlimited()) {
      return new Chosen(null, false, Optional.empty());
    }
    if (name.isEmpty() || !caller.has(Scopes.ADMIN) || !caller.unlimited()) {
      throw ImportProblems.accountRequired(
          name.orElse(null), name.map(n -> nearest(n, caller)).orElse(List.of()));
    }
    Optional<AccountView> similar =
        nearest(name.get(), caller).stream()
            .filter(near -> distance(near.name(), name.get()) <= SIMILAR)
            .findFirst();
    return new Chosen(accounts.createHidden(name.get()), true, similar);
  }

  private UUID asked(String ref, Caller caller) {
    return accounts
        .resolve(ref)
        .or(() -> accounts.resolve("@" + ref))
        .filter(caller::reaches)
        .orElseThrow(() -> unknown(ref, caller));
  }

  private Problem unknown(String ref, Caller caller) {
    return caller.unlimited()
        ? ImportProblems.accountRequired(ref, nearest(ref, caller))
        : ProblemCode.ACCOUNT_NOT_FOUND.problem(ref);
  }

  private static Optional<String> named(Document document) {
    return document.followTargets().stream().map(FollowMention::name).findFirst();
  }

  private List<AccountView> nearest(String name, Caller caller) {
    return accounts.allLive().stream()
        .filter(account -> caller.reaches(account.id()))
        .sorted(
            Comparator.comparingInt(
                account ->
                    Math.min(distance(account.name(), name), distance(account.handle(), name))))
        .limit(NEAREST)
        .toList();
  }

  private static int distance(String one, String other) {
    return LevenshteinDistance.getDefaultInstance().apply(one, other);
  }
}
