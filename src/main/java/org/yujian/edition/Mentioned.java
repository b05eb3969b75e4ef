package org.yujian.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountView;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;
import org.yujian.tag.TagView;

/**
 * The accounts and tags that articles mention, read by the articles' own statement: their versions
 * when the rest is remembered, else all of them.
 */
final class Mentioned {
  private final List<SqlPart<?>> parts;
  private final List<AccountView> accounts = new ArrayList<>();
  private final List<TagView> tags = new ArrayList<>();
  private boolean complete = true;

  private Mentioned(List<SqlPart<?>> parts) {
    this.parts = parts;
  }

  /** Those of which an account's or a tag's view is remembered. */
  static Mentioned known(SqlPart<Optional<Object>> views) {
    return new Mentioned(List.of(views.map(view -> view.orElse(null))));
  }

  static Mentioned read(SqlPart<AccountView> accounts, SqlPart<TagView> tags) {
    return new Mentioned(List.of(accounts, tags));
  }

  <T> SqlQuery<T> by(SqlQuery<T> articles) {
    parts.forEach(part -> articles.with(part, this::take));
    return articles;
  }

  private void take(Object view) {
    if (view instanceof AccountView account) {
      accounts.add(account);
    } else if (view instanceof TagView tag) {
      tags.add(tag);
    } else {
      complete = false;
    }
  }

  /** Whether all of them were found. */
  boolean complete() {
    return complete;
  }

  /**
   * Those of a page.
   *
   * @param read the articles that were read, a few of which may not stand on the page
   */
  List<AccountView> accounts(Collection<ArticleSummary> read, List<ArticleSummary> page) {
    for (ArticleSummary other : others(read, page)) {
      UUID id = other.accountId();
      if (page.stream().noneMatch(item -> item.accountId().equals(id))) {
        accounts.removeIf(account -> account.id().equals(id));
      }
    }
    return accounts;
  }

  /** As {@link #accounts}. */
  List<TagView> tags(Collection<ArticleSummary> read, List<ArticleSummary> page) {
    for (ArticleSummary other : others(read, page)) {
      for (String slug : other.tags()) {
        if (page.stream().noneMatch(item -> item.tags().contains(slug))) {
          tags.removeIf(tag -> tag.slug().equals(slug));
        }
      }
    }
    return tags;
  }

  /** By identity, as this is done for each list. */
  private static List<ArticleSummary> others(
      Collection<ArticleSummary> read, List<ArticleSummary> page) {
    if (read.size() == page.size()) {
      return List.of();
    }
    Set<ArticleSummary> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.addAll(page);
    return read.stream().filter(item -> !shown.contains(item)).toList();
  }
}
