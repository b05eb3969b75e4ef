package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Live articles of many accounts at once, each account's newest first. */
@ApplicationScoped
public class AccountFeeds {

  @Inject AccountFeedRepository feeds;

  /** The feed order of each account's newest live article; accounts without any are left out. */
  @Transactional
  public Map<UUID, Long> newest(Collection<UUID> accounts) {
    return feeds.newest(accounts);
  }

  /** Each account's newest live article, in no order. */
  @Transactional
  public List<ArticleSummary> newestArticles(Collection<UUID> accounts) {
    return feeds.articles(feeds.newest(accounts).values());
  }
}
