package org.yujian.tag;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.text.NameKeys;

/** All query text about tags. */
@ApplicationScoped
class TagRepository implements PanacheRepositoryBase<Subject, UUID> {

  private static final String VIEW =
      "select new TagView(t.slug, t.name, t.version, t.sortKey, t.id) from Subject t";

  Optional<Subject> findBySlug(String slug) {
    return find("slug", slug).firstResultOptional();
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
    return new KeysetQuery<>(getEntityManager(), TagView.class, VIEW)
        .byText("t.sortKey", "t.id", page);
  }

  /** The tags of a page of something else. */
  List<TagView> views(Collection<String> slugs) {
    return getEntityManager()
        .createQuery(VIEW + " where t.slug in :slugs order by t.sortKey, t.id", TagView.class)
        .setParameter("slugs", slugs)
        .getResultList();
  }
}
