package org.yujian.edition;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.text.NameKeys;

/**
 * All query text about drafts, and how a document finds its article again: before anything is
 * written, so without a look at every body that is loaded already.
 */
@ApplicationScoped
class DraftRepository implements PanacheRepositoryBase<ArticleDraft, UUID> {

  List<ArticleDraft> of(Collection<UUID> articles) {
    return list("articleId in ?1", articles);
  }

  /** The article of the account with a draft or revision of this content; the newest one. */
  Optional<UUID> articleWithContent(UUID account, String contentSha256, Collection<UUID> except) {
    return getEntityManager()
        .createQuery(
            """
            select a.id from Article a where a.accountId = :account and a.id not in :except and (
              a.id in (select d.articleId from ArticleDraft d
                where d.accountId = :account and d.contentSha256 = :content)
              or a.id in (select r.articleId from ArticleRevision r
                where r.accountId = :account and r.contentSha256 = :content))
            order by a.id desc
            """,
            UUID.class)
        .setParameter("account", account)
        .setParameter("content", contentSha256)
        .setParameter("except", notEmpty(except))
        .setFlushMode(FlushModeType.COMMIT)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Articles of the account with this title, in a draft or live, not withdrawn; newest first. */
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

  /** The content that is live. */
  Optional<ArticleRevision> live(Article article) {
    return getEntityManager()
        .createQuery(
            "from ArticleRevision where articleId = :id and rev = :rev", ArticleRevision.class)
        .setParameter("id", article.id)
        .setParameter("rev", article.liveRev)
        .getResultStream()
        .findFirst();
  }

  /** A page of the desk's articles whose draft matches; latest made first. */
  List<Article> deskPage(DeskArticleFilter filter, Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(
            getEntityManager(),
            Article.class,
            "select a from ArticleDraft d join Article a on a.id = d.articleId")
        .and("d.accountId = :account", "account", filter.account())
        .and("d.accountId in :within", "within", within)
        .and(ArticleRepository.state(filter.state()))
        .and(ArticleRepository.TAGGED.formatted("d"), "tag", filter.tag())
        .and(ArticleRepository.TITLED.formatted("d"), "q", filter.q())
        .latestFirst("d.articleId", page);
  }

  /** The names of a draft's fields that differ from what was live last. */
  List<String> differences(Article article, ArticleDraft draft) {
    return differences(List.of(article), List.of(draft)).get(article.id);
  }

  /** As {@link #differences(Article, ArticleDraft)} by one statement for all of these drafts. */
  Map<UUID, List<String>> differences(
      Collection<Article> articles, Collection<ArticleDraft> working) {
    Map<UUID, Article> byId = articles.stream().collect(toMap(a -> a.id, a -> a, (a, b) -> a));
    Map<UUID, DraftContents> contents = otherContents(working);
    return working.stream()
        .collect(
            toMap(
                draft -> draft.articleId,
                draft ->
                    DraftFields.different(
                        byId.get(draft.articleId), draft, contents.get(draft.articleId))));
  }

  /** What only drafts and revisions hold, compared. */
  private Map<UUID, DraftContents> otherContents(Collection<ArticleDraft> working) {
    if (working.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        getEntityManager()
            .createNativeQuery(
                """
                select d.article_id, d.body is distinct from r.body,
                  d.provenance is distinct from r.provenance, coalesce(r.digest_written, false)
                from article_draft d join article a on a.id = d.article_id
                left join article_revision r on r.article_id = a.id and r.rev = a.live_rev
                where d.article_id in (:ids)
                """)
            .setParameter("ids", working.stream().map(draft -> draft.articleId).toList())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new DraftContents(
                    (UUID) row[0], (boolean) row[1], (boolean) row[2], (boolean) row[3]))
        .collect(toMap(DraftContents::articleId, contents -> contents));
  }

  /** What signs preview links; empty until the first one is made. */
  Optional<byte[]> previewSecret() {
    List<?> secret =
        getEntityManager().createNativeQuery("select secret from preview_key").getResultList();
    return secret.stream().findFirst().map(byte[].class::cast);
  }

  /** Of several nodes the first one's stays. */
  void keepPreviewSecret(byte[] secret) {
    getEntityManager()
        .createNativeQuery(
            "insert into preview_key (id, secret) values (1, :secret) on conflict do nothing")
        .setParameter("secret", secret)
        .executeUpdate();
  }

  void persist(ArticleRevision revision) {
    getEntityManager().persist(revision);
  }

  void persist(TaggedArticle tagged) {
    getEntityManager().persist(tagged);
  }

  /** The article's tags in lists are written anew. */
  void removeTags(UUID article) {
    removeTags(List.of(article));
  }

  /** As {@link #removeTags(UUID)} for everything live of an account. */
  void removeTagsOf(UUID account) {
    getEntityManager()
        .createQuery("delete from TaggedArticle t where t.accountId = :account")
        .setParameter("account", account)
        .executeUpdate();
  }

  /** As {@link #removeTags(UUID)} for several at once. */
  void removeTags(Collection<UUID> articles) {
    getEntityManager()
        .createQuery("delete from TaggedArticle t where t.articleId in :articles")
        .setParameter("articles", articles)
        .executeUpdate();
  }

  /** {@code not in ()} would be true for no row in some dialects; an id that nobody has is safe. */
  private static Collection<UUID> notEmpty(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of(new UUID(0, 0)) : ids;
  }
}
