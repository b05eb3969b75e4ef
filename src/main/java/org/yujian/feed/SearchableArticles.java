package org.yujian.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlQuery;

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

  /** The size of a text is known without reading it. */
  private static final String SIZES =
      """
      select a.id, a.feed_order, octet_length(c.text)
      from article a join article_revision c on c.article_id = a.id and c.rev = a.live_rev
      where a.state = 'published' and\s""";

  private static final String FIRST_PLACES =
      """
      select substr(c.text, strpos(c.text, :text), :length)
      from (
        select concat_ws(chr(10), c.title, c.text) as text
        from article a join article_revision c on c.article_id = a.id and c.rev = a.live_rev
        where a.state = 'published' and a.id = any(:ids)) c
      where strpos(c.text, :text) > 0
      """;

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

  /** Titles of live articles; empty for one without. */
  @Transactional
  public Map<UUID, String> liveTitles(Collection<UUID> ids) {
    Map<UUID, String> titles = new HashMap<>();
    sql.query(
            "select id, coalesce(title, '') from article"
                + " where state = 'published' and id = any(:ids)",
            row -> titles.put(row.uuid(1), row.text(2)))
        .set("ids", Ids.of(ids))
        .list();
    return titles;
  }

  /** Ids of the live articles next after this id, in their order. */
  @Transactional
  public List<UUID> liveAfter(UUID id, int limit) {
    return sql.query(
            "select id from article where state = 'published' and id > :id order by id limit :limit",
            row -> row.uuid(1))
        .set("id", id)
        .set("limit", limit)
        .list();
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

  /**
   * What stands at the first place of a text in each of these live articles that has it, in title
   * or body as written.
   *
   * @param length in code points, from the beginning of the text
   */
  @Transactional
  public List<String> firstPlaces(Collection<UUID> ids, String text, int length) {
    return ids.isEmpty()
        ? List.of()
        : sql.query(FIRST_PLACES, row -> row.text(1))
            .set("ids", Ids.of(ids))
            .set("text", text)
            .set("length", length)
            .list();
  }

  /** Sizes of those of these articles that are live, in no particular order. */
  @Transactional
  public List<LiveSize> liveSizes(Collection<UUID> ids) {
    return sizes("a.id = any(:ids)").set("ids", Ids.of(ids)).list();
  }

  /** Sizes of the live articles next below a place in the feed, the newest first. */
  @Transactional
  public List<LiveSize> liveSizesBelow(long feedOrder, int limit) {
    return sizes("a.feed_order < :below order by a.feed_order desc limit :limit")
        .set("below", feedOrder)
        .set("limit", limit)
        .list();
  }

  private SqlQuery<LiveSize> sizes(String condition) {
    return sql.query(
        SIZES + condition, row -> new LiveSize(row.uuid(1), row.number(2), row.integer(3)));
  }

  /** Tags of live articles; those without tags are missing. */
  @Transactional
  public Map<UUID, List<UUID>> liveTags(Collection<UUID> ids) {
    Map<UUID, List<UUID>> tags = new HashMap<>();
    sql.query(
            "select article_id, array_agg(tag_id) from article_tag"
                + " where article_id = any(:ids) group by article_id",
            row -> tags.put(row.uuid(1), row.uuids(2)))
        .set("ids", Ids.of(ids))
        .list();
    return tags;
  }

  /** Number of all live articles. */
  @Transactional
  public long countLive() {
    return sql.query("select count(*) from article where state = 'published'", row -> row.number(1))
        .list()
        .get(0);
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
