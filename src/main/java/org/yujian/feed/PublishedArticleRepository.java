package org.yujian.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.yujian.change.Gone;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;
import org.yujian.target.FollowTargetView;

/** All SQL that reads live and withdrawn articles for the public; loads no entities. */
@ApplicationScoped
class PublishedArticleRepository {

  private final Sql sql;

  private static final String FROM_ARTICLE = ArticleSummary.SELECT + " from article a";

  /** Rows of tags contain account and feed order, so that an index on them gives the order. */
  private static final String FROM_TAG =
      ArticleSummary.SELECT + " from article_tag t join article a on a.id = t.article_id";

  /** Account ids of the rows found, for parts of the statement that other packages add. */
  public static final String ACCOUNTS = "select account_id from found";

  public static final String TAGS = "select unnest(tags) from found";
  private static final String EDITIONS = "select edition_id from found";

  private static final SqlPart<CorrectionRow> CORRECTIONS =
      new SqlPart<>(
          CorrectionRow.SELECT + " and article_id = any(array(select id from found))",
          CorrectionRow::of);

  private static final SqlPart<Sibling> SIBLINGS =
      new SqlPart<>(Sibling.SELECT + " and edition_id = any(array(" + EDITIONS + "))", Sibling::of);

  PublishedArticleRepository(Sql sql) {
    this.sql = sql;
  }

  /** Filter by tag; {@code id} is an SQL query with the slug as parameter {@link #SLUG}. */
  public record OfTag(String slug, String id) {}

  public static final String SLUG = ":tag";

  /** A page of live articles with accounts and tags, newest first; a null filter matches all. */
  public List<ArticleSummary> publishedPage(
      UUID account, OfTag tag, UUID edition, PageRequest page, ReferencedRows mentioned) {
    return page.inOrder(rows(account, tag, edition, page, mentioned), ArticleSummary::key);
  }

  private List<ArticleSummary> rows(
      UUID account, OfTag tag, UUID edition, PageRequest page, ReferencedRows mentioned) {
    String tagged = tag == null ? "" : "t.tag_id = (" + tag.id() + ")";
    String slug = tag == null ? null : tag.slug();
    if (edition != null) {
      return published(FROM_ARTICLE, mentioned)
          .and("a.edition_id = :edition", "edition", edition)
          .and(
              "exists (select from article_tag t where t.article_id = a.id and " + tagged + ")",
              "tag",
              slug)
          .pagedInMemory(
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

  List<ArticleSummary> published(Collection<UUID> ids) {
    return live(" and a.id = any(:ids)").set("ids", Ids.of(ids)).list();
  }

  /** Those of the articles that are withdrawn, with the class of withdrawal. */
  List<Gone> withdrawn(Collection<UUID> ids) {
    return sql.query(
            """
            select a.id, a.version, a.account_id, 'withdrawn', a.withdrawn_class from article a
            where a.state = 'withdrawn' and a.id = any(:ids)
            """,
            Gone::of)
        .set("ids", Ids.of(ids))
        .list();
  }

  Optional<WithdrawalNotice> withdrawal(UUID id) {
    return sql
        .query(WithdrawalNotice.select("article"), WithdrawalNotice::of)
        .set("id", id)
        .list()
        .stream()
        .findFirst();
  }

  /**
   * The articles withdrawn last, latest first; a null filter matches all. With a tag, only the
   * newest {@code scanned} withdrawals are searched.
   */
  List<Withdrawn> lastWithdrawn(UUID account, String tag, int scanned, int limit) {
    String of = account == null ? "" : " and a.account_id = :account";
    String tagged = tag == null ? "" : " where :tag = any(w.tags)";
    return sql.query(
            "select w.id, w.withdrawn_at, w.public_note from ("
                + Withdrawn.SELECT
                + of
                + " order by a.withdrawn_at desc limit :scanned) w"
                + tagged
                + " order by w.withdrawn_at desc, w.id limit :shown",
            Withdrawn::of)
        .set("account", account)
        .set("tag", tag)
        .set("scanned", scanned)
        .set("shown", limit)
        .list();
  }

  /** The bodies of those articles that are live, as HTML. */
  List<LiveHtml> html(Collection<UUID> ids) {
    return sql.query(LiveHtml.SELECT, LiveHtml::of).set("ids", Ids.of(ids)).list();
  }

  Optional<Long> versionOf(UUID id) {
    return sql
        .query("select version from article where live_rev > 0 and id = :id", row -> row.number(1))
        .set("id", id)
        .list()
        .stream()
        .findFirst();
  }

  public List<PlacedArticle> placesIn(Collection<UUID> editions) {
    return sql.query(PlacedArticle.SELECT + " and edition_id = any(:ids)", PlacedArticle::of)
        .set("ids", Ids.of(editions))
        .list();
  }

  /** Reads the live articles of editions as part of a statement; {@code editions} is a subquery. */
  public static SqlPart<ArticleSummary> partOf(String editions) {
    return new SqlPart<>(
        FROM_ARTICLE
            + " where a.state = 'published' and a.edition_id = any(array("
            + editions
            + "))",
        ArticleSummary::of);
  }

  /** Query of {@code account_id} or {@code unnest(tags)} over the articles of these editions. */
  public static String mentionedIn(String editions, String what) {
    return "select "
        + what
        + " from article where state = 'published' and edition_id = any(array("
        + editions
        + "))";
  }

  /** Reads a live article with all rows of the detail view, and the body in one form only. */
  ArticleDetailRows details(
      UUID id, BodyForm form, Function<String, SqlPart<FollowTargetView>> targets) {
    // With an equality PostgreSQL reuses the plan; with an array it would plan each time.
    return details(form, " and a.id = :id", query -> query.set("id", id), targets);
  }

  ArticleDetailRows details(
      Collection<UUID> ids, BodyForm form, Function<String, SqlPart<FollowTargetView>> targets) {
    return details(form, " and a.id = any(:ids)", query -> query.set("ids", Ids.of(ids)), targets);
  }

  private ArticleDetailRows details(
      BodyForm form,
      String condition,
      UnaryOperator<SqlQuery<LiveArticle>> set,
      Function<String, SqlPart<FollowTargetView>> targets) {
    ArticleDetailRows details = new ArticleDetailRows();
    SqlQuery<LiveArticle> query =
        sql.query(LiveArticle.select(form) + condition, LiveArticle::of)
            .with(CORRECTIONS, details.corrections()::add)
            .with(SIBLINGS, details.siblings()::add)
            .with(targets.apply(EDITIONS), details.targets()::add);
    details.articles().addAll(set.apply(query).list());
    return details;
  }

  private KeysetQuery<ArticleSummary> published(String from, ReferencedRows mentioned) {
    return new KeysetQuery<>(mentioned.by(sql.query(from, ArticleSummary::of)))
        .and("a.state = 'published'");
  }

  private SqlQuery<ArticleSummary> live(String condition) {
    return sql.query(FROM_ARTICLE + " where a.state = 'published'" + condition, ArticleSummary::of);
  }
}
