package org.yujian.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;

/** Loads and locks articles, and finds articles for the desk (the editors' API). */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

  /** The array condition uses the index on characters; {@code locate} then compares the text. */
  static final String TITLED =
      """
      cast(sql('(string_to_array(lower(?), null) @> string_to_array(lower(?), null))',
        %1$s.titleKey, :q) as Boolean) = true
      and locate(lower(:q), lower(%1$s.titleKey)) > 0
      """;

  static final String TAGGED =
      "cast(sql('(? @> array[cast(? as text)])', %s.tags, :tag) as Boolean) = true";

  /** A page of articles whose live copy matches the filter, newest first. */
  public List<Article> deskPage(
      DeskArticleFilter filter, Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), Article.class, "from Article a")
        .and("a.accountId = :account", "account", filter.account())
        .and("a.accountId in :within", "within", within)
        .and(state(filter.state()))
        .and(String.format(Locale.ROOT, TAGGED, "a"), "tag", filter.tag())
        .and(String.format(Locale.ROOT, TITLED, "a"), "q", filter.q())
        .latestFirst("a.id", page);
  }

  /** A literal instead of a parameter, so that the planner can choose a partial index. */
  static String state(ArticleState state) {
    return state == null ? "1 = 1" : "a.state = " + state.name();
  }

  public List<Article> byIds(Collection<UUID> ids) {
    return list("id in ?1", ids);
  }

  public List<Article> ofEditions(Collection<UUID> editions) {
    return list("editionId in ?1 order by editionId, position", editions);
  }

  /** All articles of an edition by position, locked until the end of the transaction. */
  public List<Article> lockOfEdition(UUID edition) {
    return find("editionId = ?1 order by position", edition)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** All articles of several editions, locked in the order of edition ids to avoid deadlocks. */
  List<Article> lockOfEditions(Collection<UUID> editions) {
    return find("editionId in ?1 order by editionId, position", editions)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Flushes and detaches the articles, which the transaction must not use any more. */
  void release(Collection<List<Article>> some) {
    flush();
    some.forEach(articles -> articles.forEach(getEntityManager()::detach));
  }

  public Optional<UUID> accountOf(UUID id) {
    return getEntityManager()
        .createQuery("select a.accountId from Article a where a.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The edition of an article, which never changes once the article was live. */
  public UUID editionOf(UUID id) {
    return getEntityManager()
        .createQuery("select a.editionId from Article a where a.id = :id", UUID.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  public Optional<Article> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
