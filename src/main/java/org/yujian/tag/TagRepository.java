package org.yujian.tag;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;
import org.yujian.shared.text.NameKeys;

/** All queries of tags. */
@ApplicationScoped
class TagRepository implements PanacheRepositoryBase<TagEntity, UUID> {

  @Inject Sql sql;

  Optional<TagEntity> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /**
   * Locks these tags until the end of the transaction, so that later inserts that refer to them
   * need not wait. The order of slugs avoids deadlocks.
   */
  void lockShared(Collection<String> slugs) {
    getEntityManager()
        .createNativeQuery("select 1 from tag where slug in :slugs order by slug for key share")
        .setParameter("slugs", slugs)
        .getResultList();
  }

  Optional<TagEntity> lockBySlug(String slug) {
    return find("slug", slug).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  Optional<TagEntity> findByName(String name) {
    return find("nameKey", NameKeys.unique(name)).firstResultOptional();
  }

  boolean slugExists(String slug) {
    return count("slug", slug) > 0;
  }

  List<TagView> page(PageRequest page) {
    return new KeysetQuery<>(sql.query(TagView.SELECT, TagView::of))
        .byText("t.sort_key", "t.id", page);
  }

  /** Ids by slug; unknown slugs are missing. */
  Map<String, UUID> ids(Collection<String> slugs) {
    return getEntityManager()
        .createQuery("select t.slug, t.id from TagEntity t where t.slug in :slugs", Tuple.class)
        .setParameter("slugs", slugs)
        .getResultStream()
        .collect(toMap(row -> row.get(0, String.class), row -> row.get(1, UUID.class)));
  }

  List<TagView> byIds(Collection<UUID> ids) {
    return views(" where t.id = any(:ids)").set("ids", Ids.of(ids)).list();
  }

  List<TagView> views(Collection<String> slugs) {
    return views(" where t.slug = any(:slugs)").set("slugs", slugs.toArray(String[]::new)).list();
  }

  /** Reads the tags in the statement that finds a page; {@code slugs} is a subquery. */
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
