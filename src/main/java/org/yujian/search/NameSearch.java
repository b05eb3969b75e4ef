package org.yujian.search;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.cache.Dependencies;
import org.yujian.change.ChangedThing;
import org.yujian.change.Scope;
import org.yujian.search.NameRepository.Named;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.tag.TagService;
import org.yujian.tag.TagView;

/** Accounts and tags by their names: the name itself first, then what begins so, then the rest. */
@ApplicationScoped
class NameSearch {

  /** Of each kind before the articles. */
  static final int BEFORE_ARTICLES = 3;

  @Inject NameRepository names;
  @Inject AccountService accounts;
  @Inject TagService tags;
  @Inject Dependencies dependencies;
  @Inject SearchSnapshot snapshot;

  /** A page of accounts or of tags. */
  @Transactional
  public SearchPage page(Question question, ChangedThing kind, PageRequest page) {
    snapshot.begin();
    List<Named> rows = rows(question, kind, page);
    ItemPage<Named> found = ItemPage.of(page, rows, Named::key);
    SearchTotal total = null;
    if (page.key() == null) {
      PageRequest all = new PageRequest(SearchTotal.MOST, null, page.filters(), page.kind());
      total = SearchTotal.of(found.next() == null ? rows.size() : rows(question, kind, all).size());
    }
    return new SearchPage(
        question.texts(), items(question, kind, found.items()), found.next(), total, null);
  }

  /** What stands before the first articles. */
  List<SearchItem> first(Question question) {
    PageRequest few = new PageRequest(BEFORE_ARTICLES, null, "", PageKey.Named.class);
    List<SearchItem> items = new ArrayList<>();
    for (ChangedThing kind : List.of(ChangedThing.ACCOUNT, ChangedThing.TAG)) {
      List<Named> found = rows(question, kind, few);
      items.addAll(items(question, kind, found.subList(0, Math.min(few.limit(), found.size()))));
    }
    return items;
  }

  private List<Named> rows(Question question, ChangedThing kind, PageRequest page) {
    dependencies.on(Scope.all(kind));
    return names.page(kind, question.terms(), String.join(" ", question.texts()), page);
  }

  private List<SearchItem> items(Question question, ChangedThing kind, List<Named> found) {
    List<UUID> ids = found.stream().map(Named::id).toList();
    Map<UUID, SearchItem> items =
        kind == ChangedThing.ACCOUNT
            ? byId(accounts.present(ids).views().values(), AccountView::id, v -> item(question, v))
            : byId(tags.present(ids).views().values(), TagView::id, v -> item(question, v));
    return Ids.inOrder(ids, items);
  }

  private static <V> Map<UUID, SearchItem> byId(
      Collection<V> views, Function<V, UUID> id, Function<V, SearchItem> item) {
    return views.stream().collect(toMap(id, item));
  }

  private static SearchItem item(Question question, AccountView account) {
    return SearchItem.of(
        account,
        new Highlights(question.terms())
            .in("name", null, account.name())
            .in("handle", null, account.handle())
            .in("intro", null, account.intro())
            .list());
  }

  private static SearchItem item(Question question, TagView tag) {
    return SearchItem.of(
        tag,
        new Highlights(question.terms())
            .in("name", null, tag.name())
            .in("slug", null, tag.slug())
            .list());
  }
}
