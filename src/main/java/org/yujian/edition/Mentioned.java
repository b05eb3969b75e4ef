package org.yujian.edition;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountView;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;
import org.yujian.tag.TagView;

/** The accounts and tags that articles mention, read by the articles' own statement. */
final class Mentioned {
  private final SqlPart<AccountView> accountPart;
  private final SqlPart<TagView> tagPart;
  private final List<AccountView> accounts = new ArrayList<>();
  private final List<TagView> tags = new ArrayList<>();

  Mentioned(SqlPart<AccountView> accountPart, SqlPart<TagView> tagPart) {
    this.accountPart = accountPart;
    this.tagPart = tagPart;
  }

  <T> SqlQuery<T> by(SqlQuery<T> articles) {
    return articles.with(accountPart, accounts::add).with(tagPart, tags::add);
  }

  /** Those of these articles; more may have been read than stand on a page. */
  List<AccountView> accounts(Collection<ArticleSummary> items) {
    Set<UUID> ids = items.stream().map(ArticleSummary::accountId).collect(toSet());
    return accounts.stream().filter(account -> ids.contains(account.id())).toList();
  }

  /** As {@link #accounts(Collection)}. */
  List<TagView> tags(Collection<ArticleSummary> items) {
    Set<String> slugs = items.stream().flatMap(item -> item.tags().stream()).collect(toSet());
    return tags.stream().filter(tag -> slugs.contains(tag.slug())).toList();
  }
}
