package org.yujian.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yujian.feed.SearchableArticle;
import org.yujian.feed.SearchableArticles;

/** Which copy of an article the desk finds: the value of {@code copy=}. */
public enum DeskCopy {
  LIVE,
  DRAFT,
  WITHDRAWN;

  /** These articles' copies with their bodies; those without one are left out. */
  public List<SearchableArticle> of(Collection<UUID> ids, SearchableArticles articles) {
    return switch (this) {
      case LIVE -> articles.liveBodies(ids);
      case DRAFT -> articles.drafts(ids);
      case WITHDRAWN -> articles.withdrawn(ids);
    };
  }

  /** The word of the parameter and of the column. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
