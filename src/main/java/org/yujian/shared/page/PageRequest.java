package org.yujian.shared.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;

/**
 * A client's request for a page of a list. Queries read {@link #rows} rows from {@link #key} in
 * {@link #direction} and pass them to {@link ItemPage#of}.
 *
 * @param filters all other parameters of the list, as one text; part of every cursor
 * @param cursor null on the first page
 */
public record PageRequest(int limit, Cursor cursor, String filters, Class<? extends PageKey> kind) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 100;

  /** Null means absent; throws {@code invalid-parameter} or {@code invalid-cursor}. */
  public static PageRequest of(
      Integer limit, String cursor, String filters, Class<? extends PageKey> kind) {
    int rows = checked(limit);
    Cursor from = cursor == null ? null : Cursor.decode(cursor, filters, kind);
    return new PageRequest(rows, from, filters, kind);
  }

  /**
   * A later page of one of several lists that share an address; throws {@code invalid-parameter}.
   *
   * @param cursor null on the first page
   * @return empty on the first page, and for a cursor of another list or with other filters
   */
  public static Optional<PageRequest> ifFits(
      Integer limit, String cursor, String filters, Class<? extends PageKey> kind) {
    int rows = checked(limit);
    return Optional.ofNullable(cursor)
        .flatMap(text -> Cursor.ifFits(text, filters, kind))
        .map(from -> new PageRequest(rows, from, filters, kind));
  }

  private static int checked(Integer limit) {
    if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
      throw ProblemCode.INVALID_PARAMETER
          .problem("limit")
          .with(FieldError.parameter("limit", "range", 1, MAX_LIMIT));
    }
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  /** The first page, for lists that the application reads itself. */
  public static PageRequest first() {
    return new PageRequest(DEFAULT_LIMIT, null, "", PageKey.class);
  }

  String cursor(Direction direction, PageKey key) {
    return new Cursor(direction, key).encode(filters);
  }

  /** Number of rows to fetch: one more than shown, to detect a following page. */
  public int rows() {
    return limit + 1;
  }

  /** The key to read from, or null for the top of the list. */
  public PageKey key() {
    return cursor == null ? null : cursor.key();
  }

  /** Direction to read from the key; down without a cursor. */
  public Direction direction() {
    return cursor == null ? Direction.DOWN : cursor.direction();
  }

  /** Whether to read toward the top, in reverse list order, from the row next to the key. */
  public boolean upward() {
    return direction() == Direction.UP;
  }

  /** Sorts rows as {@link KeysetQuery} does; a statement with a {@link SqlPart} loses the order. */
  public <T> List<T> inOrder(List<T> rows, Function<? super T, ? extends PageKey> key) {
    Comparator<T> order = Comparator.comparing(key::apply, PageKey::compareTo);
    return rows.stream().sorted(upward() ? order.reversed() : order).toList();
  }
}
