package org.yujian.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yujian.account.AccountView;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;
import org.yujian.tag.TagView;

/**
 * Accounts and tags to which articles refer, read in the statement that reads the articles: only
 * their versions if the views are cached, otherwise all columns.
 */
final class ReferencedRows {
  private final List<SqlPart<?>> parts;
  private final List<AccountView> accounts = new ArrayList<>();
  private final List<TagView> tags = new ArrayList<>();
  private boolean complete = true;

  private ReferencedRows(List<SqlPart<?>> parts) {
    this.parts = parts;
  }

  /** Takes the views from the cache; {@link #complete()} is false if one is missing. */
  static ReferencedRows known(SqlPart<Optional<Object>> views) {
    return new ReferencedRows(List.of(views.map(view -> view.orElse(null))));
  }

  static ReferencedRows read(SqlPart<AccountView> accounts, SqlPart<TagView> tags) {
    return new ReferencedRows(List.of(accounts, tags));
  }

  public <T> SqlQuery<T> by(SqlQuery<T> articles) {
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

  boolean complete() {
    return complete;
  }

  /** Removes views of the row after the page, which only shows whether another page follows. */
  void cut(List<ArticleSummary> page, List<ArticleSummary> beyond) {
    for (ArticleSummary other : beyond) {
      accounts.removeIf(
          account ->
              account.id().equals(other.accountId())
                  && page.stream().noneMatch(item -> item.accountId().equals(account.id())));
      tags.removeIf(
          tag ->
              other.tags().contains(tag.slug())
                  && page.stream().noneMatch(item -> item.tags().contains(tag.slug())));
    }
  }

  List<AccountView> accounts() {
    return accounts;
  }

  List<TagView> tags() {
    return tags;
  }
}
