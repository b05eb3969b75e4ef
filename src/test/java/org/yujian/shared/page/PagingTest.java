package org.yujian.shared.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.yujian.shared.json.StorableText;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Paging against a sorted list in memory that plays the database. */
class PagingTest {
  private static final Class<PageKey.Feed> FEED = PageKey.Feed.class;

  private static ItemPage<Long> read(TreeSet<Long> feed, int limit, String cursor) {
    PageRequest request = PageRequest.of(limit, cursor, "f", FEED);
    long key = request.key() == null ? Long.MAX_VALUE : ((PageKey.Feed) request.key()).order();
    List<Long> rows =
        request.upward()
            ? feed.tailSet(key, false).stream().limit(request.rows()).toList()
            : feed.headSet(key, false).descendingSet().stream().limit(request.rows()).toList();
    return ItemPage.of(request, rows, PageKey::feed);
  }

  private static TreeSet<Long> feed(Random random, int size) {
    TreeSet<Long> feed = new TreeSet<>();
    while (feed.size() < size) {
      feed.add((long) random.nextInt(5_000));
    }
    return feed;
  }

  @Property
  void walkingDownAndBackShowsEachOnceWhileNewOnesComeOnTop(
      @ForAll @IntRange(max = 60) int size,
      @ForAll @IntRange(min = 1, max = 12) int limit,
      @ForAll long seed) {
    Random random = new Random(seed);
    TreeSet<Long> feed = feed(random, size);
    List<Long> expectedDown = new ArrayList<>(feed.descendingSet());
    long top = 10_000;

    ItemPage<Long> page = read(feed, limit, null);
    String up = page.prev();
    List<Long> down = new ArrayList<>(page.items());
    List<Long> last = page.items();
    while (page.next() != null) {
      feed.add(top++);
      page = read(feed, limit, page.next());
      down.addAll(page.items());
      up = page.prev();
      last = page.items();
    }
    assertThat(down).isEqualTo(expectedDown);

    List<Long> back = new ArrayList<>(last);
    int calls = 0;
    do {
      if (random.nextInt(4) == 0 && calls++ < 10) {
        feed.add(top++);
      }
      page = read(feed, limit, up);
      back.addAll(0, page.items());
      up = page.prev();
      assertThat(page.next()).isNotNull();
    } while (!page.items().isEmpty());
    assertThat(back).isEqualTo(new ArrayList<>(feed.descendingSet()));
  }

  @Property
  void anEmptyListCanBePolledAndThenReadBackDown(
      @ForAll @IntRange(max = 30) int size, @ForAll @IntRange(min = 1, max = 9) int limit) {
    TreeSet<Long> feed = new TreeSet<>();
    ItemPage<Long> page = read(feed, limit, null);
    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isNull();
    page = read(feed, limit, page.prev());
    assertThat(page.items()).isEmpty();

    List<Long> seen = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      feed.add(i);
      page = read(feed, limit, page.prev());
      seen.addAll(0, page.items());
    }
    assertThat(seen).isEqualTo(new ArrayList<>(feed.descendingSet()));

    page = read(feed, limit, page.prev());
    List<Long> down = new ArrayList<>();
    while (page.next() != null) {
      page = read(feed, limit, page.next());
      down.addAll(page.items());
    }
    assertThat(down).isEqualTo(new ArrayList<>(feed.descendingSet()));
  }

  @Test
  void theWayBackFromAnEmptyLastPageIncludesTheItemOfTheCursor() {
    TreeSet<Long> feed = new TreeSet<>(List.of(1L, 2L, 3L));
    ItemPage<Long> first = read(feed, 2, null);
    feed.remove(1L);

    ItemPage<Long> second = read(feed, 2, first.next());
    assertThat(second.items()).isEmpty();
    assertThat(second.next()).isNull();
    assertThat(read(feed, 2, second.prev()).items()).containsExactly(3L, 2L);
  }

  @Property(tries = 300)
  void listsByNameAreWalkedWholeAlsoWithEqualNames(
      @ForAll @IntRange(max = 40) int size,
      @ForAll @IntRange(min = 1, max = 7) int limit,
      @ForAll long seed) {
    Random random = new Random(seed);
    Comparator<PageKey.Named> order =
        Comparator.comparing(PageKey.Named::text).thenComparing(key -> key.id().toString());
    List<PageKey.Named> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(
          new PageKey.Named(
              "名" + random.nextInt(4), new UUID(random.nextLong(), random.nextLong())));
    }
    all.sort(order);

    List<PageKey.Named> down = new ArrayList<>();
    String cursor = null;
    String up = null;
    List<PageKey.Named> last;
    do {
      ItemPage<PageKey.Named> page = names(all, order, limit, cursor);
      last = page.items();
      down.addAll(last);
      cursor = page.next();
      up = page.prev();
    } while (cursor != null);
    assertThat(down).isEqualTo(all);

    List<PageKey.Named> back = new ArrayList<>(last);
    ItemPage<PageKey.Named> page;
    do {
      page = names(all, order, limit, up);
      back.addAll(0, page.items());
      up = page.prev();
    } while (!page.items().isEmpty());
    assertThat(back).isEqualTo(all);
    assertThat(new HashSet<>(back)).hasSize(size);
  }

  private static ItemPage<PageKey.Named> names(
      List<PageKey.Named> all, Comparator<PageKey.Named> order, int limit, String cursor) {
    PageRequest request = PageRequest.of(limit, cursor, "n", PageKey.Named.class);
    List<PageKey.Named> rows = new ArrayList<>(all);
    if (request.key() instanceof PageKey.Named key) {
      rows.removeIf(
          row -> request.upward() ? order.compare(row, key) >= 0 : order.compare(row, key) <= 0);
    }
    if (request.upward()) {
      Collections.reverse(rows);
    }
    return ItemPage.of(request, rows.stream().limit(request.rows()).toList(), key -> key);
  }

  @Property
  void keysComeBackFromCursors(
      @ForAll long order, @ForAll @StringLength(max = 60) String text, @ForAll String filters) {
    Assume.that(StorableText.accepts(text));
    Cursor feed = new Cursor(Direction.UP, PageKey.feed(order));
    Cursor named = new Cursor(Direction.DOWN, PageKey.named(text, new UUID(order, ~order)));

    assertThat(Cursor.decode(feed.encode(filters), filters, FEED)).isEqualTo(feed);
    assertThat(Cursor.decode(named.encode(filters), filters, PageKey.Named.class)).isEqualTo(named);
  }

  @Property
  void anyDamageIsAnInvalidCursor(@ForAll long order, @ForAll int at, @ForAll char put) {
    String good = new Cursor(Direction.DOWN, PageKey.feed(order)).encode("f");
    StringBuilder damaged = new StringBuilder(good);
    damaged.setCharAt(Math.floorMod(at, good.length()), put);
    Assume.that(!damaged.toString().equals(good));

    assertInvalid(damaged.toString(), "f", FEED);
    assertInvalid(good.substring(0, Math.floorMod(at, good.length())), "f", FEED);
    assertInvalid(good + "=", "f", FEED);
  }

  @Property
  void anyTextIsACursorOrInvalid(@ForAll String text) {
    assertInvalid(text, "f", FEED);
  }

  @Test
  void otherFiltersAndOtherListsAreRefused() {
    String feed = new Cursor(Direction.DOWN, PageKey.feed(5)).encode("account=1");

    assertInvalid(feed, "account=2", FEED);
    assertInvalid(feed, "account=1", PageKey.Named.class);
  }

  @Test
  void limitsOutsideOfOneToAHundredAreRefused() {
    for (int limit : List.of(0, -1, 101)) {
      assertThatThrownBy(() -> PageRequest.of(limit, null, "", FEED))
          .isInstanceOfSatisfying(
              Problem.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
    }
    assertThat(PageRequest.of(null, null, "", FEED).limit()).isEqualTo(20);
  }

  private static void assertInvalid(String cursor, String filters, Class<? extends PageKey> kind) {
    assertThatThrownBy(() -> Cursor.decode(cursor, filters, kind))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_CURSOR));
  }
}
