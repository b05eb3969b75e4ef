package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.shared.page.Among;
import org.yujian.shared.page.Sql;

/** The words of articles, many at once and in no order; ids of no such copy are left out. */
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

  @Inject Sql sql;

  /** The live copies, without their bodies. */
  @Transactional
  public List<SearchableArticle> live(Collection<UUID> ids) {
    return read(WRITTEN, TEXT + REVISION.formatted("published"), ids);
  }

  /** The live copies with their bodies. */
  @Transactional
  public List<SearchableArticle> liveBodies(Collection<UUID> ids) {
    return read(WRITTEN, BODY + REVISION.formatted("published"), ids);
  }

  /** What was live last of those that were taken back, with bodies. */
  @Transactional
  public List<SearchableArticle> withdrawn(Collection<UUID> ids) {
    return read(WRITTEN, BODY + REVISION.formatted("withdrawn"), ids);
  }

  /** The drafts, with their bodies. */
  @Transactional
  public List<SearchableArticle> drafts(Collection<UUID> ids) {
    return read("c.digest", BODY + DRAFT, ids);
  }

  private List<SearchableArticle> read(
      String digest, String columnsAndTables, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.query(
                SearchableArticle.SELECT.formatted(digest) + columnsAndTables,
                SearchableArticle::of)
            .set("ids", Among.of(ids))
            .list();
  }
}
