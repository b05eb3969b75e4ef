package org.yujian.edition;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.text.NameKeys;

/**
 * All queries about drafts. Searches for imported documents skip Hibernate's flush, which would
 * compare every loaded body; they run before anything is written.
 */
@ApplicationScoped
public class DraftRepository implements PanacheRepositoryBase<ArticleDraft, UUID> {

  private final Sql sql;

  DraftRepository(Sql sql) {
    this.sql = sql;
  }

  public List<ArticleDraft> of(Collection<UUID> articles) {
    return list("articleId in ?1", articles);
  }

  /** The account's newest article whose draft or one of whose revisions has this content hash. */
  Optional<UUID> articleWithContent(UUID account, String contentSha256, Collection<UUID> except) {
    return newest(
        """
        select a.id from Article a where a.accountId = :account and a.id not in :except and (
          a.id in (select d.articleId from ArticleDraft d
            where d.accountId = :account and d.contentSha256 = :hash)
          or a.id in (select r.articleId from ArticleRevision r
            where r.accountId = :account and r.contentSha256 = :hash))
        order by a.id desc
        """,
        account,
        contentSha256,
        except);
  }

  /** The account's newest article whose draft or live copy has this hash of its text. */
  Optional<UUID> articleWithText(UUID account, String canonicalSha256, Collection<UUID> except) {
    return newest(
        """
        select a.id from Article a where a.accountId = :account and a.id not in :except and (
          a.id in (select d.articleId from ArticleDraft d
            where d.accountId = :account and d.canonicalSha256 = :hash)
          or (a.id, a.liveRev) in (select r.articleId, r.rev from ArticleRevision r
            where r.accountId = :account and r.canonicalSha256 = :hash))
        order by a.id desc
        """,
        account,
        canonicalSha256,
        except);
  }

  private Optional<UUID> newest(
      String query, UUID account, String sha256, Collection<UUID> except) {
    return getEntityManager()
        .createQuery(query, UUID.class)
        .setParameter("account", account)
        .setParameter("hash", sha256)
        .setParameter("except", notEmpty(except))
        .setFlushMode(FlushModeType.COMMIT)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The account's articles with this live or draft title, newest first; without withdrawn ones. */
  List<Article> articlesTitled(UUID account, String title, Collection<UUID> except) {
    return getEntityManager()
        .createQuery(
            """
            select a from Article a
            where a.accountId = :account and a.id not in :except and a.state <> WITHDRAWN and (
              a.titleKey = :title
              or a.id in (select d.articleId from ArticleDraft d
                where d.accountId = :account and d.titleKey = :title))
            order by a.id desc
            """,
            Article.class)
        .setParameter("account", account)
        .setParameter("title", NameKeys.unique(title))
        .setParameter("except", notEmpty(except))
        .setFlushMode(FlushModeType.COMMIT)
        .getResultList();
  }

  public Optional<ArticleRevision> live(Article article) {
    return getEntityManager()
        .createQuery(
            "from ArticleRevision where articleId = :id and rev = :rev", ArticleRevision.class)
        .setParameter("id", article.id)
        .setParameter("rev", article.liveRev)
        .getResultStream()
        .findFirst();
  }

  /** A page of articles whose draft matches the filter, newest first. */
  public List<Article> deskPage(
      DeskArticleFilter filter, Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(
            getEntityManager(),
            Article.class,
            "select a from ArticleDraft d join Article a on a.id = d.articleId")
        .and("d.accountId = :account", "account", filter.account())
        .and("d.accountId in :within", "within", within)
        .and(ArticleRepository.state(filter.state()))
        .and(String.format(Locale.ROOT, ArticleRepository.TAGGED, "d"), "tag", filter.tag())
        .and(String.format(Locale.ROOT, ArticleRepository.TITLED, "d"), "q", filter.q())
        .latestFirst("d.articleId", page);
  }

  /** Names of the draft's fields that differ from the revision that was live last. */
  public List<String> differences(Article article, ArticleDraft draft) {
    return differences(List.of(article), List.of(draft)).get(article.id);
  }

  public Map<UUID, List<String>> differences(
      Collection<Article> articles, Collection<ArticleDraft> working) {
    Map<UUID, Article> byId = articles.stream().collect(toMap(a -> a.id, a -> a, (a, b) -> a));
    Map<UUID, BodyDifference> contents = otherContents(working);
    return working.stream()
        .collect(
            toMap(
                draft -> draft.articleId,
                draft ->
                    DraftDifference.different(
                        byId.get(draft.articleId), draft, contents.get(draft.articleId))));
  }

  /** Compares large columns in the database instead of loading the revisions. */
  private Map<UUID, BodyDifference> otherContents(Collection<ArticleDraft> working) {
    if (working.isEmpty()) {
      return Map.of();
    }
    return sql
        .statement(
            """
                select d.article_id, d.body is distinct from r.body,
                  d.provenance is distinct from r.provenance, coalesce(r.digest_written, false)
                from article_draft d join article a on a.id = d.article_id
                left join article_revision r on r.article_id = a.id and r.rev = a.live_rev
                where d.article_id = any(:ids)
                """)
        .set("ids", Ids.of(working.stream().map(draft -> draft.articleId).toList()))
        .rows(row -> new BodyDifference(row.uuid(1), row.flag(2), row.flag(3), row.flag(4)))
        .stream()
        .collect(toMap(BodyDifference::articleId, contents -> contents));
  }

  /** Secret that signs preview links; empty until the first link is created. */
  public Optional<byte[]> previewSecret() {
    return sql.statement("select secret from preview_key").row(row -> row.bytes(1));
  }

  /** Stores the secret unless another node has stored one already. */
  public void keepPreviewSecret(byte[] secret) {
    sql.statement("insert into preview_key (id, secret) values (1, :secret) on conflict do nothing")
        .set("secret", secret)
        .run();
  }

  void persist(ArticleRevision revision) {
    getEntityManager().persist(revision);
  }

  void persist(TaggedArticle tagged) {
    getEntityManager().persist(tagged);
  }

  void removeTags(UUID article) {
    removeTags(List.of(article));
  }

  void removeTagsOf(UUID account) {
    getEntityManager()
        .createQuery("delete from TaggedArticle t where t.accountId = :account")
        .setParameter("account", account)
        .executeUpdate();
  }

  void removeTags(Collection<UUID> articles) {
    getEntityManager()
        .createQuery("delete from TaggedArticle t where t.articleId in :articles")
        .setParameter("articles", articles)
        .executeUpdate();
  }

  /** {@code not in ()} is no valid SQL, so an empty list becomes an id that no row has. */
  private static Collection<UUID> notEmpty(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of(new UUID(0, 0)) : ids;
  }
}
