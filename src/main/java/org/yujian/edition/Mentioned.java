package org.yujian.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Leaves out what only those mention that were read beyond a page, to see whether it goes on. */
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
