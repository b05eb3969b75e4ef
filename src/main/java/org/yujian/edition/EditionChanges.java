package org.yujian.edition;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.yujian.change.Change;
import org.yujian.change.ChangedThing;

/** Creates rows of the change log. A change of an article is also one of its edition. */
final class EditionChanges {

  private EditionChanges() {}

  static Change of(Edition edition, String part) {
    return Change.of(ChangedThing.EDITION, edition.id, edition.version, part)
        .inAccount(edition.accountId)
        .inEditions(Set.of(edition.id));
  }

  /**
   * @param tags slugs of the article's tags, including those just removed
   */
  static Change of(Article article, Collection<String> tags, String part) {
    return Change.of(ChangedThing.ARTICLE, article.id, article.version, part)
        .inAccount(article.accountId)
        .inEditions(Set.of(article.editionId))
        .withTags(tags);
  }

  static List<Change> of(Edition edition, Article article, Collection<String> tags, String part) {
    return List.of(of(edition, "articles"), of(article, tags, part));
  }
}
