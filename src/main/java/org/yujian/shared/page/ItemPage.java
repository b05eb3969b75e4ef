package org.yujian.shared.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, which features convert to their response record.
 *
 * @param next cursor of the following page; null only at the end
 * @param prev cursor of the items before this page; never null, can be stored and polled
 */
public record ItemPage<T>(List<T> items, String next, String prev) implements Linked {

  /** Makes a page of up to {@link PageRequest#rows} rows, in the order of {@link KeysetQuery}. */
  public static <T> ItemPage<T> of(
      PageRequest request, List<T> rows, Function<? super T, PageKey> key) {
    boolean more = rows.size() > request.limit();
    List<T> items = new ArrayList<>(more ? rows.subList(0, request.limit()) : rows);
    if (items.isEmpty()) {
      return empty(request);
    }
    if (request.upward()) {
      Collections.reverse(items);
    }
    PageKey first = key.apply(items.get(0));
    PageKey last = key.apply(items.get(items.size() - 1));
    // Below an upward page there is at least the item that its cursor was made from.
    boolean below = request.upward() || more;
    return new ItemPage<>(
        List.copyOf(items),
        below ? request.cursor(Direction.DOWN, last) : null,
        request.cursor(Direction.UP, first));
  }

  /** A page without items; its cursor back must include the item at the requested key. */
  private static <T> ItemPage<T> empty(PageRequest request) {
    if (request.upward()) {
      return new ItemPage<>(
          List.of(),
          request.cursor(Direction.DOWN, request.key().before()),
          request.cursor(Direction.UP, request.key()));
    }
    PageKey end = request.kind() == PageKey.Feed.class ? PageKey.FEED_END : PageKey.NAMED_END;
    PageKey from = request.key() == null ? end : request.key().after();
    return new ItemPage<>(List.of(), null, request.cursor(Direction.UP, from));
  }

  public <R> ItemPage<R> map(Function<? super T, ? extends R> change) {
    return new ItemPage<>(items.stream().<R>map(change).toList(), next, prev);
  }
}
