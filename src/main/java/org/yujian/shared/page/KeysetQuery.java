package org.yujian.shared.page;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A list query with keyset paging ({@code docs/decisions/04-keyset-paging.md}): conditions, one
 * unique order, and the range of the cursor. An absent filter adds no condition, so the planner
 * sees only the columns that narrow the list.
 *
 * @param <T> the row type, usually a record made by {@code select new}
 */
public final class KeysetQuery<T> {

  /** Runs the finished text; a limit of 0 means no limit. */
  private interface Source<T> {
    List<T> rows(String text, Map<String, Object> parameters, int limit);
  }

  private final Source<T> source;
  private final String select;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /**
   * @param select the query up to its conditions; {@code where} is added here
   */
  public KeysetQuery(EntityManager entityManager, Class<T> type, String select) {
    this(select, (text, parameters, limit) -> byJpql(entityManager, type, text, parameters, limit));
  }

  /**
   * @param select the query up to its conditions; conditions and columns are SQL too
   */
  public KeysetQuery(SqlQuery<T> select) {
    this(
        select.text(),
        (text, parameters, limit) ->
            select.text(limit == 0 ? text : text + " limit " + limit).set(parameters).list());
  }

  private KeysetQuery(String select, Source<T> source) {
    this.select = select;
    this.source = source;
  }

  public KeysetQuery<T> and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Adds a condition with one parameter, unless the value is null (filter absent). */
  public KeysetQuery<T> and(String condition, String parameter, Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
    return this;
  }

  /** Descending by one unique number, for example feed order; keys are {@link PageKey#feed}. */
  public List<T> newestFirst(String number, PageRequest page) {
    return newestFirst(number, Long::valueOf, page);
  }

  /** Descending by a column whose type differs from the key's; {@code value} converts the key. */
  public List<T> newestFirst(String column, LongFunction<Object> value, PageRequest page) {
    range(column, page, true, () -> value.apply(order(page)));
    return rows(column + (page.upward() ? " asc" : " desc"), page);
  }

  /** Descending by a UUIDv7, latest created first; keys are {@link PageKey#latest}. */
  public List<T> latestFirst(String id, PageRequest page) {
    range(id, page, true, () -> PageKey.idOf(page.key()));
    return rows(id + (page.upward() ? " asc" : " desc"), page);
  }

  /** Ascending by a text, then by id; keys are {@link PageKey#named}. */
  public List<T> byText(String text, String id, PageRequest page) {
    if (page.key() != null) {
      and("(" + text + ", " + id + ") " + comparison(page, false) + " (:k0, :k1)");
      parameters.put("k0", named(page).text());
      parameters.put("k1", named(page).id());
    }
    String direction = page.upward() ? " desc" : " asc";
    return rows(text + direction + ", " + id + direction, page);
  }

  /**
   * Pages in memory, for a short list such as the articles of an edition: sorted in SQL, the
   * planner might choose a slower index.
   *
   * @param keep further filters, in memory for the same reason
   */
  public List<T> pagedInMemory(
      Function<? super T, ? extends PageKey> key, Predicate<? super T> keep, PageRequest page) {
    Comparator<T> order = Comparator.comparing(key::apply, PageKey::compareTo);
    Predicate<T> inRange =
        row -> {
          int place = page.key() == null ? 0 : key.apply(row).compareTo(page.key());
          return page.key() == null || (page.upward() ? place < 0 : place > 0);
        };
    return query("", 0).stream()
        .filter(keep)
        .filter(inRange)
        .sorted(page.upward() ? order.reversed() : order)
        .limit(page.rows())
        .toList();
  }

  private void range(String column, PageRequest page, boolean descending, Supplier<Object> k) {
    if (page.key() != null) {
      and(column + " " + comparison(page, descending) + " :k0");
      parameters.put("k0", k.get());
    }
  }

  private static long order(PageRequest page) {
    return ((PageKey.Feed) page.key()).order();
  }

  private static PageKey.Named named(PageRequest page) {
    return (PageKey.Named) page.key();
  }

  private static String comparison(PageRequest page, boolean descending) {
    return switch (page.direction()) {
      case DOWN -> descending ? "<" : ">";
      case UP -> descending ? ">" : "<";
    };
  }

  private List<T> rows(String order, PageRequest page) {
    return query(" order by " + order, page.rows());
  }

  private List<T> query(String order, int limit) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return source.rows(select + where + order, parameters, limit);
  }

  private static <T> List<T> byJpql(
      EntityManager entityManager,
      Class<T> type,
      String text,
      Map<String, Object> parameters,
      int limit) {
    TypedQuery<T> query = entityManager.createQuery(text, type);
    parameters.forEach(query::setParameter);
    return (limit == 0 ? query : query.setMaxResults(limit)).getResultList();
  }
}
