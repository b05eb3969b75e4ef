package org.yujian.tag;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Sql;
import org.yujian.shared.text.NameKeys;

/** Tags for writing transactions and editors. */
@ApplicationScoped
class TagRepository implements PanacheRepositoryBase<TagEntity, UUID> {

  private record Slug(String slug, UUID id) {}

  private final Sql sql;

  TagRepository(Sql sql) {
    this.sql = sql;
  }

  Optional<TagEntity> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /**
   * Locks these tags until the end of the transaction, so that later inserts that refer to them
   * need not wait. {@code for key share} would not stop a rename. Ordered by slug to avoid
   * deadlocks.
   */
  void lockShared(Collection<String> slugs) {
    sql.statement("select 1 from tag where slug = any(:slugs) order by slug for share")
        .set("slugs", slugs.toArray(String[]::new))
        .run();
  }

  /**
   * Locks the tag for a rename, which changes a unique column. The {@code for no key update} of
   * Hibernate would let transactions through that hold a foreign key to the tag and want {@link
   * #lockShared} next: the rename would then wait for them, and they for the rename.
   */
  Optional<TagEntity> lockBySlug(String slug) {
    sql.statement("select 1 from tag where slug = :slug for update").set("slug", slug).run();
    return findBySlug(slug);
  }

  Optional<TagEntity> findByName(String name) {
    return find("nameKey", NameKeys.unique(name)).firstResultOptional();
  }

  boolean slugExists(String slug) {
    return count("slug", slug) > 0;
  }

  Map<String, UUID> ids(Collection<String> slugs) {
    List<Slug> found =
        find("select slug, id from TagEntity where slug in ?1", slugs).project(Slug.class).list();
    return found.stream().collect(toMap(Slug::slug, Slug::id));
  }
}
