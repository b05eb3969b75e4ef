package org.yujian.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;

/** Reads texts of articles for the search, in no particular order; unknown ids are left out. */
@ApplicationScoped
public class SearchableArticles {

  private static final String REVISION =
      " from article a join article_revision c on c.article_id = a.id and c.rev = a.live_rev"
          + " where a.state = '%s' and a.id = any(:ids)";

  private static final String DRAFT =
      " from article_draft c join article a on a.id = c.article_id where a.id = any(:ids)";

  private static final String WRITTEN = "case when c.digest_written then c.digest end";
  private static final String TEXT = "c.text, null";
  private static final String BODY = "null, c.body";

  private final Sql sql;

  SearchableArticles(Sql sql) {
    this.sql = sql;
  }

  @Transactional
  public List<SearchableArticle> live(Collection<UUID> ids) {
    return read(WRITTEN, TEXT + String.format(Locale.ROOT, REVISION, "published"), ids);
  }

  @Transactional
  public List<SearchableArticle> liveBodies(Collection<UUID> ids) {
    return read(WRITTEN, BODY + String.format(Locale.ROOT, REVISION, "published"), ids);
  }

  /** Last live copies of withdrawn articles, with bodies. */
  @Transactional
  public List<SearchableArticle> withdrawn(Collection<UUID> ids) {
    return read(WRITTEN, BODY + String.format(Locale.ROOT, REVISION, "withdrawn"), ids);
  }

  @Transactional
  public List<SearchableArticle> drafts(Collection<UUID> ids) {
    return read("c.digest", BODY + DRAFT, ids);
  }

  private List<SearchableArticle> read(
      String digest, String columnsAndTables, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.query(
                String.format(Locale.ROOT, SearchableArticle.SELECT, digest) + columnsAndTables,
                SearchableArticle::of)
            .set("ids", Ids.of(ids))
            .list();
  }
}
