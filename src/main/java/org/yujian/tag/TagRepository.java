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
import org.yujian.shared.page.Among;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;
import org.yujian.shared.text.NameKeys;

/** All query text about tags. */
@ApplicationScoped
class TagRepository implements PanacheRepositoryBase<Subject, UUID> {

  @Inject Sql sql;

  Optional<Subject> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /**
   * Keeps these tags as they are until the end of the transaction: rows that refer to them wait for
   * nobody afterwards. In the order of slugs, so that two who do so do not wait for each other.
   */
  void lockShared(Collection<String> slugs) {
    getEntityManager()
        .createNativeQuery("select 1 from tag where slug in :slugs order by slug for key share")
        .setParameter("slugs", slugs)
        .getResultList();
  }

  Optional<Subject> lockBySlug(String slug) {
    return find("slug", slug).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  Optional<Subject> findByName(String name) {
    return find("nameKey", NameKeys.unique(name)).firstResultOptional();
  }

  boolean slugExists(String slug) {
    return count("slug", slug) > 0;
  }

  List<TagView> page(PageRequest page) {
    return new KeysetQuery<>(sql.query(TagView.SELECT, TagView::of))
        .byText("t.sort_key", "t.id", page);
  }

  /** The ids behind these slugs. */
  Map<String, UUID> ids(Collection<String> slugs) {
    return getEntityManager()
        .createQuery("select t.slug, t.id from Subject t where t.slug in :slugs", Tuple.class)
        .setParameter("slugs", slugs)
        .getResultStream()
        .collect(toMap(row -> row.get(0, String.class), row -> row.get(1, UUID.class)));
  }

  /** These tags, in no order. */
  List<TagView> byIds(Collection<UUID> ids) {
    return views(" where t.id = any(:ids)").set("ids", Among.of(ids)).list();
  }

  /** The tags of a page of something else, in no order. */
  List<TagView> views(Collection<String> slugs) {
    return views(" where t.slug = any(:slugs)").set("slugs", slugs.toArray(String[]::new)).list();
  }

  /** The same for rows that are being found. */
  static SqlPart<TagView> part(String slugs) {
    return new SqlPart<>(TagView.SELECT + among(slugs), TagView::of);
  }

  static String idOf(String slug) {
    return "select id from tag where slug = " + slug;
  }

  /** Only id and version of the same. */
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
