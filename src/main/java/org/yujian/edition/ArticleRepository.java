package org.yujian.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.change.Absence;
import org.yujian.shared.page.Among;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.SqlQuery;

/** All query text about articles and their revisions as the public reads them. */
@ApplicationScoped
class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

  private static final String FROM_ARTICLE = ArticleSummary.SELECT + " from article a";

  /** The tag's own rows carry account and feed order, so that the index is the order. */
  private static final String FROM_TAG =
      ArticleSummary.SELECT + " from article_tag t join article a on a.id = t.article_id";

  /** The title's characters by the index, then the text itself. */
  static final String TITLED =
      """
      cast(sql('(string_to_array(lower(?), null) @> string_to_array(lower(?), null))',
        %1$s.titleKey, :q) as Boolean) = true
      and locate(lower(:q), lower(%1$s.titleKey)) > 0
      """;

  static final String TAGGED =
      "cast(sql('(? @> array[cast(? as text)])', %s.tags, :tag) as Boolean) = true";

  /** A page of the desk's articles whose live copy matches; latest made first. */
  List<Article> deskPage(DeskArticleFilter filter, Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), Article.class, "from Article a")
        .and("a.accountId = :account", "account", filter.account())
        .and("a.accountId in :within", "within", within)
        .and(state(filter.state()))
        .and(TAGGED.formatted("a"), "tag", filter.tag())
        .and(TITLED.formatted("a"), "q", filter.q())
        .latestFirst("a.id", page);
  }

  /** As a literal, for the planner to see that a partial index fits. */
  static String state(ArticleState state) {
    return state == null ? "1 = 1" : "a.state = " + state.name();
  }

  /** A page of live articles, newest first; each filter may be null. */
  List<ArticleSummary> publishedPage(UUID account, UUID tag, UUID edition, PageRequest page) {
    if (edition != null) {
      return published(FROM_ARTICLE)
          .and("a.edition_id = :edition", "edition", edition)
          .and(
              "exists (select from article_tag t where t.article_id = a.id and t.tag_id = :tag)",
              "tag",
              tag)
          .few(
              ArticleSummary::key,
              article -> account == null || account.equals(article.accountId()),
              page);
    }
    if (tag == null) {
      return published(FROM_ARTICLE)
          .and("a.account_id = :account", "account", account)
          .newestFirst("a.feed_order", page);
    }
    return published(FROM_TAG)
        .and("t.tag_id = :tag", "tag", tag)
        .and("t.account_id = :account", "account", account)
        .newestFirst("t.feed_order", page);
  }

  /** Live articles among these, in no order. */
  List<ArticleSummary> published(Collection<UUID> ids) {
    return live(" and a.id = any(:ids)").set("ids", Among.of(ids)).list();
  }

  /** The withdrawn ones among these, with their class. */
  List<Absence> withdrawn(Collection<UUID> ids) {
    return getEntityManager()
        .createQuery(
            """
            select new Absence(a.id, a.version, a.accountId, 'withdrawn', a.withdrawal.reason)
            from Article a where a.state = WITHDRAWN and
            """
                + Among.ids("a.id"),
            Absence.class)
        .setParameter("ids", Among.of(ids))
        .getResultList();
  }

  /** The ids of live articles of these editions with their places, in no order. */
  List<PlacedArticle> placesIn(Collection<UUID> editions) {
    return new SqlQuery<>(
            getEntityManager(),
            PlacedArticle.SELECT + " and edition_id = any(:ids)",
            PlacedArticle::of)
        .set("ids", Among.of(editions))
        .list();
  }

  /** Live articles of these editions, in no order. */
  List<ArticleSummary> publishedOf(Collection<UUID> editions) {
    return live(" and a.edition_id = any(:ids)").set("ids", Among.of(editions)).list();
  }

  /** The live bodies of these articles, of the columns only the asked form. */
  List<BodyRow> bodies(Collection<UUID> ids, BodyForm form) {
    return new SqlQuery<>(getEntityManager(), BodyRow.select(form), BodyRow::of)
        .set("ids", Among.of(ids))
        .list();
  }

  /** The corrections of these articles, in no order. */
  List<CorrectionRow> corrections(Collection<UUID> ids) {
    return new SqlQuery<>(getEntityManager(), CorrectionRow.SELECT, CorrectionRow::of)
        .set("ids", Among.of(ids))
        .list();
  }

  /** In no order. */
  List<Article> byIds(Collection<UUID> ids) {
    return list("id in ?1", ids);
  }

  /** All articles of these editions, in order. */
  List<Article> ofEditions(Collection<UUID> editions) {
    return list("editionId in ?1 order by editionId, position", editions);
  }

  /** All articles of an edition, in order, locked until the end of the transaction. */
  List<Article> lockOfEdition(UUID edition) {
    return find("editionId = ?1 order by position", edition)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** As {@link #lockOfEdition} for several at once, in the order of their ids. */
  List<Article> lockOfEditions(Collection<UUID> editions) {
    return find("editionId in ?1 order by editionId, position", editions)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Writes what changed and lets go of these; the transaction looks at them no more. */
  void release(Collection<List<Article>> some) {
    flush();
    some.forEach(articles -> articles.forEach(getEntityManager()::detach));
  }

  /** Whose it is; an article never changes its account. */
  Optional<UUID> accountOf(UUID id) {
    return getEntityManager()
        .createQuery("select a.accountId from Article a where a.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  Optional<Long> versionOf(UUID id) {
    return getEntityManager()
        .createQuery(
            "select a.version from Article a where a.id = :id and a.liveRev > 0", Long.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** A live article never changes its edition. */
  UUID editionOf(UUID id) {
    return getEntityManager()
        .createQuery("select a.editionId from Article a where a.id = :id", UUID.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  Optional<Article> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private KeysetQuery<ArticleSummary> published(String from) {
    return new KeysetQuery<>(getEntityManager(), from, ArticleSummary::of)
        .and("a.state = 'published'");
  }

  private SqlQuery<ArticleSummary> live(String condition) {
    return new SqlQuery<>(
        getEntityManager(),
        FROM_ARTICLE + " where a.state = 'published'" + condition,
        ArticleSummary::of);
  }
}
