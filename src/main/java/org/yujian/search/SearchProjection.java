package org.yujian.search;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.change.Change;
import org.yujian.change.ChangeAppended;
import org.yujian.change.ChangedThing;
import org.yujian.feed.SearchableArticle;
import org.yujian.feed.SearchableArticles;
import org.yujian.search.SearchIndexRepository.Indexed;
import org.yujian.search.SuggestionIndexRepository.Name;
import org.yujian.search.text.Folding;
import org.yujian.tag.TagService;
import org.yujian.tag.TagView;

/**
 * Keeps the index true within the transaction that changes something: what goes live is found at
 * that commit, and what is taken back is not. Also what makes rows anew for the indexer.
 */
@ApplicationScoped
class SearchProjection {

  /** The part of an article's change that no searched text depends on. */
  private static final Set<String> TAGS_ONLY = Set.of("tags");

  @Inject SearchIndexRepository index;
  @Inject SuggestionIndexRepository suggestions;
  @Inject SearchableArticles articles;
  @Inject AccountService accounts;
  @Inject TagService tags;

  @Transactional(TxType.MANDATORY)
  void on(@Observes(during = TransactionPhase.IN_PROGRESS) ChangeAppended event) {
    List<UUID> changed =
        event.changes().stream()
            .filter(change -> change.thing() == ChangedThing.ARTICLE)
            .filter(change -> !change.parts().equals(TAGS_ONLY))
            .map(Change::id)
            .distinct()
            .toList();
    live(changed);
    names(ChangedThing.ACCOUNT, event.of(ChangedThing.ACCOUNT));
    names(ChangedThing.TAG, event.of(ChangedThing.TAG));
  }

  /**
   * Folds these articles anew, or takes them out; under the log's lock, as articles share terms.
   */
  @Transactional(TxType.MANDATORY)
  void live(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<SearchableArticle> found = articles.live(ids);
    index.putLive(found.stream().map(SearchProjection::indexed).toList());
    Set<UUID> gone = without(ids, found, SearchableArticle::id);
    if (!gone.isEmpty()) {
      index.removeLive(gone);
    }
    suggestions.putTitles(
        found.stream().collect(toMap(SearchableArticle::id, SearchableArticle::title)), ids);
  }

  /** Folds drafts or what was taken back for the desk. */
  @Transactional(TxType.MANDATORY)
  void desk(DeskCopy copy, Collection<UUID> ids) {
    List<SearchableArticle> found = copy.of(ids, articles);
    index.putDesk(copy, found.stream().map(SearchProjection::indexed).toList());
  }

  private static Indexed<SearchableArticle> indexed(SearchableArticle article) {
    return new Indexed<>(article, IndexedText.of(article));
  }

  /** As {@link #live} for accounts or tags. */
  @Transactional(TxType.MANDATORY)
  void names(ChangedThing kind, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<Indexed<UUID>> found = new ArrayList<>();
    List<Name> said = new ArrayList<>();
    if (kind == ChangedThing.ACCOUNT) {
      for (AccountView account : accounts.present(ids).views().values()) {
        found.add(
            new Indexed<>(
                account.id(), IndexedText.of(account.name(), account.handle(), account.intro())));
        said.add(name(account.id(), null, account.name(), account.handle()));
      }
    } else {
      for (TagView tag : tags.present(ids).views().values()) {
        found.add(new Indexed<>(tag.id(), IndexedText.of(tag.name(), tag.slug())));
        said.add(name(tag.id(), tag.slug(), tag.name(), tag.slug()));
      }
    }
    index.putNames(kind, found);
    Set<UUID> gone = without(ids, found, Indexed::item);
    if (!gone.isEmpty()) {
      index.removeNames(kind, gone);
    }
    suggestions.putNames(kind.type(), said, ids);
  }

  private static Name name(UUID id, String slug, String text, String other) {
    return new Name(id, slug, text, Folding.fold(text), other);
  }

  private static <T> Set<UUID> without(
      Collection<UUID> ids, Collection<T> found, Function<T, UUID> id) {
    Set<UUID> gone = new HashSet<>(ids);
    found.forEach(one -> gone.remove(id.apply(one)));
    return gone;
  }
}
