package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.change.Change;
import org.yujian.change.ChangeAppended;
import org.yujian.change.ChangedThing;
import org.yujian.feed.SearchableArticles;
import org.yujian.search.SuggestionIndexRepository.Name;
import org.yujian.search.text.Folding;
import org.yujian.tag.TagService;
import org.yujian.tag.TagView;

/**
 * Keeps names and suggestions true within the transaction that changes something. Texts of articles
 * are not its matter: {@link SearchFeeder} reads them from the change log.
 */
@ApplicationScoped
class SearchProjection {

  /** The part of an article's change that no title depends on. */
  private static final Set<String> TAGS_ONLY = Set.of("tags");

  private final NameIndexRepository index;
  private final SuggestionIndexRepository suggestions;
  private final SearchableArticles articles;
  private final AccountService accounts;
  private final TagService tags;

  SearchProjection(
      NameIndexRepository index,
      SuggestionIndexRepository suggestions,
      SearchableArticles articles,
      AccountService accounts,
      TagService tags) {
    this.index = index;
    this.suggestions = suggestions;
    this.articles = articles;
    this.accounts = accounts;
    this.tags = tags;
  }

  @Transactional(TxType.MANDATORY)
  void on(@Observes(during = TransactionPhase.IN_PROGRESS) ChangeAppended event) {
    List<UUID> changed =
        event.changes().stream()
            .filter(change -> change.thing() == ChangedThing.ARTICLE)
            .filter(change -> !change.parts().equals(TAGS_ONLY))
            .map(Change::id)
            .distinct()
            .toList();
    titles(changed);
    names(ChangedThing.ACCOUNT, event.of(ChangedThing.ACCOUNT));
    names(ChangedThing.TAG, event.of(ChangedThing.TAG));
  }

  /** Suggests the titles of those that are live; under the log's lock, as articles share terms. */
  private void titles(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      suggestions.putTitles(articles.liveTitles(ids), ids);
    }
  }

  /** Makes the suggestions of these live articles again, by the present rules. */
  @Transactional(TxType.MANDATORY)
  void titlesAgain(Collection<UUID> ids) {
    suggestions.makeAgain(articles.liveTitles(ids));
  }

  /** Folds the names of accounts or tags anew, or takes them out. */
  @Transactional(TxType.MANDATORY)
  void names(ChangedThing kind, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<Name> said = new ArrayList<>();
    if (kind == ChangedThing.ACCOUNT) {
      for (AccountView account : accounts.present(ids).views().values()) {
        index.put(
            kind, account.id(), FoldedName.of(account.name(), account.handle(), account.intro()));
        said.add(name(account.id(), null, account.name(), account.handle()));
      }
    } else {
      for (TagView tag : tags.present(ids).views().values()) {
        index.put(kind, tag.id(), FoldedName.of(tag.name(), tag.slug()));
        said.add(name(tag.id(), tag.slug(), tag.name(), tag.slug()));
      }
    }
    Set<UUID> gone = new HashSet<>(ids);
    said.forEach(name -> gone.remove(name.id()));
    if (!gone.isEmpty()) {
      index.remove(kind, gone);
    }
    suggestions.putNames(kind.type(), said, ids);
  }

  private static Name name(UUID id, String slug, String text, String other) {
    return new Name(id, slug, text, Folding.fold(text), other);
  }
}
