package org.yujian.editing;

import static java.util.stream.Collectors.joining;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.body.FrontMatter;
import org.yujian.edition.ArticleRevision;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** All queries about revisions for editors. */
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<ArticleRevision, ArticleRevision.Key> {

  /** The title becomes empty, because its column is not null. */
  private static final String PURGE =
      FrontMatter.NAMES.stream()
          .map(name -> name.equals("title") ? "title = ''" : name + " = null")
          .collect(
              joining(
                  ", ",
                  "update article_revision set ",
                  """
                  , provenance = null, body = '{"blocks": []}', html = '', text = '',
                    markdown = '', correction_note = null, purged_at = coalesce(purged_at, :now)
                  where article_id = :article
                  """));

  private final Sql sql;

  RevisionRepository(Sql sql) {
    this.sql = sql;
  }

  List<DeskRevision> page(UUID article, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), DeskRevision.class, DeskRevision.SELECT)
        .and("r.articleId = :article", "article", article)
        .newestFirst("r.rev", RevisionRepository::within, page);
  }

  /** Limits the number in a cursor to the range of the column. */
  private static Object within(long rev) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, rev));
  }

  Optional<ArticleRevision> find(UUID article, int rev) {
    return find("articleId = ?1 and rev = ?2", article, rev).firstResultOptional();
  }

  Set<String> bodies(UUID article) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select r.bodySha256 from ArticleRevision r where r.articleId = :article",
                String.class)
            .setParameter("article", article)
            .getResultList());
  }

  /**
   * Clears texts and pictures of all revisions; hashes and times stay. The setting turns off, for
   * this statement, the trigger that forbids changes of revisions. A second purge clears fields
   * that an earlier release did not.
   */
  void purge(UUID article, Instant now) {
    setting("on");
    sql.statement(PURGE).set("now", now).set("article", article).run();
    setting("off");
  }

  private void setting(String value) {
    sql.statement("select set_config('yujian.purge', :value, true)").set("value", value).run();
  }
}
