package org.yujian.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.yujian.change.Absence;
import org.yujian.shared.page.Among;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;
import org.yujian.target.FollowTargetView;

/** All query text about articles and their revisions as the public reads them. */
@ApplicationScoped
class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

  @Inject Sql sql;

  private static final String FROM_ARTICLE = ArticleSummary.SELECT + " from article a";

  /** The tag's own rows carry account and feed order, so that the index is the order. */
  private static final String FROM_TAG =
      ArticleSummary.SELECT + " from article_tag t join article a on a.id = t.article_id";

  /** Of the rows of a page or of details: what other packages read with them. */
  static final String ACCOUNTS = "select account_id from found";

  static final String TAGS = "select unnest(tags) from found";
  private static final String EDITIONS = "select edition_id from found";

  private static final SqlPart<CorrectionRow> CORRECTIONS =
      new SqlPart<>(
          CorrectionRow.SELECT + " and article_id = any(array(select id from found))",
          CorrectionRow::of);

  private static final SqlPart<Sibling> SIBLINGS =
      new SqlPart<>(Sibling.SELECT + " and edition_id = any(array(" + EDITIONS + "))", Sibling::of);

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
        .and(String.format(Locale.ROOT, TAGGED, "a"), "tag", filter.tag())
        .and(String.format(Locale.ROOT, TITLED, "a"), "q", filter.q())
        .latestFirst("a.id", page);
  }

  /** As a literal, for the planner to see that a partial index fits. */
  static String state(ArticleState state) {
    return state == null ? "1 = 1" : "a.state = " + state.name();
  }

  /**
   * A tag by its slug.
   *
   * @param id the query of its id, where the slug is the parameter {@link #SLUG}
   */
  record OfTag(String slug, String id) {}

  static final String SLUG = ":tag";

  /** A page of live articles with what they mention, newest first; each filter may be null. */
  List<ArticleSummary> publishedPage(
      UUID account, OfTag tag, UUID edition, PageRequest page, Mentioned mentioned) {
    return page.inOrder(rows(account, tag, edition, page, mentioned), ArticleSummary::key);
  }

  private List<ArticleSummary> rows(
      UUID account, OfTag tag, UUID edition, PageRequest page, Mentioned mentioned) {
    String tagged = tag == null ? "" : "t.tag_id = (" + tag.id() + ")";
    String slug = tag == null ? null : tag.slug();
    if (edition != null) {
      return published(FROM_ARTICLE, mentioned)
          .and("a.edition_id = :edition", "edition", edition)
          .and(
              "exists (select from article_tag t where t.article_id = a.id and " + tagged + ")",
              "tag",
              slug)
          .few(
              ArticleSummary::key,
              article -> account == null || account.equals(article.accountId()),
              page);
    }
    if (tag == null) {
      return published(FROM_ARTICLE, mentioned)
          .and("a.account_id = :account", "account", account)
          .newestFirst("a.feed_order", page);
    }
    return published(FROM_TAG, mentioned)
        .and(tagged, "tag", slug)
        .and("t.account_id = :account", "account", account)
        .newestFirst("t.feed_order", page);
  }

  /** Live articles among these, in no order. */
  List<ArticleSummary> published(Collection<UUID> ids) {
    return live(" and a.id = any(:ids)").set("ids", Among.of(ids)).list();
  }

  /** The withdrawn ones among these, with their class. */
  List<Absence> withdrawn(Collection<UUID> ids) {
    return sql.query(
            """
            select a.id, a.version, a.account_id, 'withdrawn', a.withdrawn_class from article a
            where a.state = 'withdrawn' and a.id = any(:ids)
            """,
            Absence::of)
        .set("ids", Among.of(ids))
        .list();
  }

  /** The ids of live articles of these editions with their places, in no order. */
  List<PlacedArticle> placesIn(Collection<UUID> editions) {
    return sql.query(PlacedArticle.SELECT + " and edition_id = any(:ids)", PlacedArticle::of)
        .set("ids", Among.of(editions))
        .list();
  }

  /** Live articles of editions that are being found, in no order. */
  static SqlPart<ArticleSummary> partOf(String editions) {
    return new SqlPart<>(
        FROM_ARTICLE
            + " where a.state = 'published' and a.edition_id = any(array("
            + editions
            + "))",
        ArticleSummary::of);
  }

  /** What those mention: {@code account_id}, or {@code unnest(tags)}. */
  static String mentionedIn(String editions, String what) {
    return "select "
        + what
        + " from article where state = 'published' and edition_id = any(array("
        + editions
        + "))";
  }

  /** A live one with its body, of which only the asked form, and all that a detail shows. */
  Details details(UUID id, BodyForm form, Function<String, SqlPart<FollowTargetView>> targets) {
    // By equality: an array of unknown length would be planned anew each time.
    return details(form, " and a.id = :id", query -> query.set("id", id), targets);
  }

  /** As {@link #details(UUID, BodyForm, Function)} for the live ones among these. */
  Details details(
      Collection<UUID> ids, BodyForm form, Function<String, SqlPart<FollowTargetView>> targets) {
    return details(
        form, " and a.id = any(:ids)", query -> query.set("ids", Among.of(ids)), targets);
  }

  private Details details(
      BodyForm form,
      String condition,
      UnaryOperator<SqlQuery<LiveArticle>> set,
      Function<String, SqlPart<FollowTargetView>> targets) {
    Details details = new Details();
    SqlQuery<LiveArticle> query =
        sql.query(LiveArticle.select(form) + condition, LiveArticle::of)
            .with(CORRECTIONS, details.corrections()::add)
            .with(SIBLINGS, details.siblings()::add)
            .with(targets.apply(EDITIONS), details.targets()::add);
    details.articles().addAll(set.apply(query).list());
    return details;
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

  private KeysetQuery<ArticleSummary> published(String from, Mentioned mentioned) {
    return new KeysetQuery<>(mentioned.by(sql.query(from, ArticleSummary::of)))
        .and("a.state = 'published'");
  }

  private SqlQuery<ArticleSummary> live(String condition) {
    return sql.query(FROM_ARTICLE + " where a.state = 'published'" + condition, ArticleSummary::of);
  }
}
