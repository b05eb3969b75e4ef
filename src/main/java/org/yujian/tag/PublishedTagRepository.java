package org.yujian.tag;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;

/** Reads tags for public responses; every tag is public. */
@ApplicationScoped
class PublishedTagRepository {

  private final Sql sql;

  PublishedTagRepository(Sql sql) {
    this.sql = sql;
  }

  List<TagView> page(PageRequest page) {
    return new KeysetQuery<>(sql.query(TagView.SELECT, TagView::of))
        .byText("t.sort_key", "t.id", page);
  }

  List<TagView> byIds(Collection<UUID> ids) {
    return views(" where t.id = any(:ids)").set("ids", Ids.of(ids)).list();
  }

  List<TagView> views(Collection<String> slugs) {
    return views(" where t.slug = any(:slugs)").set("slugs", slugs.toArray(String[]::new)).list();
  }

  /** Reads tags as part of the statement that finds a page; {@code slugs} is a subquery. */
  static SqlPart<TagView> part(String slugs) {
    return new SqlPart<>(TagView.SELECT + among(slugs), TagView::of);
  }

  static String idOf(String slug) {
    return "select id from tag where slug = " + slug;
  }

  /** Query of id and version of the tags that the subquery {@code slugs} selects. */
  static String versions(String slugs) {
    return "select t.id, t.version from tag t" + among(slugs);
  }

  private static String among(String slugs) {
    return " where t.slug = any(array(" + slugs + "))";
  }

  private SqlQuery<TagView> views(String condition) {
    return sql.query(TagView.SELECT + condition, TagView::of);
  }
}
