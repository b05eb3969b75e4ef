package org.yujian.search.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.yujian.search.index.IndexQuery.Place;

/**
 * Random articles, batches and searches over few characters, words, accounts and tags, so that most
 * searches find something. An equal generator of chance gives equal ones.
 */
public final class IndexGenerator {
  private static final int[] TEXT = "中国人a1 𠀀𠀁😀\u0001".codePoints().toArray();
  private static final int[] TERM = "中国人a1 𠀀𠀁😀".codePoints().toArray();
  private static final int[] LETTERS = "abc1é𐐨".codePoints().toArray();
  private static final List<String> SOUNDS = List.of("zhongguo", "guoren", "renmin", "guo", "a");
  private static final int ACCOUNTS = 3;
  private static final int TAGS = 4;
  private static final int HEAVY = 1 << 20;

  private final Random random;
  private final int ids;
  private final List<Long> orders = new ArrayList<>();

  /**
   * @param ids number of different articles
   */
  public IndexGenerator(Random random, int ids) {
    this.random = random;
    this.ids = ids;
  }

  /** A batch of new, changed and removed articles; each change gets a feed order of its own. */
  public IndexBatch batch(int size) {
    Map<UUID, IndexedArticle> articles = new HashMap<>();
    Map<UUID, Long> removed = new HashMap<>();
    for (int i = 0; i < size; i++) {
      UUID id = new UUID(7, random.nextInt(ids));
      if (random.nextInt(5) > 0) {
        articles.put(id, article(id));
      } else {
        removed.put(id, version());
      }
    }
    articles.keySet().removeAll(removed.keySet());
    return new IndexBatch(List.copyOf(articles.values()), removed);
  }

  public IndexedArticle article(UUID id) {
    Set<UUID> tags = new HashSet<>(several(3, this::tag));
    Map<IndexField, FieldText> texts = new HashMap<>();
    texts.put(IndexField.TITLE, fieldText(8));
    if (random.nextInt(10) > 0) {
      texts.put(IndexField.TEXT, fieldText(60));
    }
    return new IndexedArticle(id, version(), order(), account(), List.copyOf(tags), texts);
  }

  /** Any search but for its place. */
  public IndexQuery query() {
    return new IndexQuery(
        scope(),
        clause(3),
        random.nextBoolean() ? List.of() : weighted(2),
        Set.copyOf(several(3, () -> new UUID(7, random.nextInt(ids)))),
        null,
        pick(List.of(0, 1, 3, 10, 1000)),
        pick(List.of(0, 1, 5, 20, 1000)));
  }

  /** The search after some place, which need not be one of a hit. */
  public IndexQuery later(IndexQuery query) {
    int score = query.ranking().isEmpty() ? 0 : random.nextInt(6);
    return after(query, new Place(score, somewhere()));
  }

  static IndexQuery after(IndexQuery query, Place place) {
    return new IndexQuery(
        query.scope(),
        query.must(),
        query.ranking(),
        query.without(),
        place,
        query.size(),
        query.countTo());
  }

  public Clause clause(int depth) {
    int kind = random.nextInt(depth > 0 ? 13 : 8);
    return switch (kind) {
      case 0, 1 -> new Clause.Contains(field(), string(TERM, 1 + random.nextInt(6)));
      case 2 -> new Clause.Word(field(), word());
      case 3 -> new Clause.NearWord(field(), word());
      case 4 -> new Clause.Sound(field(), pick(SOUNDS));
      case 5 -> new Clause.Repeated(field(), string(TERM, 2 + random.nextInt(3)), least());
      case 6 -> new Clause.OfAccount(Set.copyOf(several(2, this::account)));
      case 7 -> new Clause.Tagged(tag());
      case 8, 9 -> new Clause.AnyOf(several(4, () -> clause(depth - 1)));
      case 10 -> new Clause.AllOf(several(3, () -> clause(depth - 1)));
      case 11 -> new Clause.AtLeast(weighted(depth), random.nextInt(8));
      default -> heavy(weighted(depth));
    };
  }

  private int least() {
    return 1 + random.nextInt(3);
  }

  Clause.Contains contains(int codePoints) {
    return new Clause.Contains(field(), string(TERM, codePoints));
  }

  private List<Weighted> weighted(int depth) {
    return several(6, () -> new Weighted(clause(depth - 1), 1 + random.nextInt(3)));
  }

  /** Large weights, and a bound that some of them just reach or just miss. */
  private Clause heavy(List<Weighted> light) {
    List<Weighted> heavy =
        light.stream().map(part -> new Weighted(part.clause(), 1 + random.nextInt(HEAVY))).toList();
    int some = heavy.stream().filter(part -> random.nextBoolean()).mapToInt(Weighted::weight).sum();
    return new Clause.AtLeast(heavy, some + random.nextInt(2));
  }

  ArticleScope scope() {
    if (random.nextInt(3) > 0) {
      return ArticleScope.ALL;
    }
    return new ArticleScope(
        random.nextBoolean() ? null : account(),
        random.nextBoolean() ? null : tag(),
        random.nextBoolean() ? Long.MIN_VALUE : somewhere(),
        random.nextBoolean() ? Long.MAX_VALUE : somewhere());
  }

  private FieldText fieldText(int longest) {
    return new FieldText(
        string(TEXT, random.nextInt(longest + 1)),
        several(4, this::word),
        several(2, () -> pick(SOUNDS)));
  }

  private String word() {
    return string(LETTERS, 1 + random.nextInt(4));
  }

  private String string(int[] alphabet, int codePoints) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < codePoints; i++) {
      // The first ones are more frequent.
      text.appendCodePoint(
          alphabet[Math.min(random.nextInt(alphabet.length), random.nextInt(alphabet.length))]);
    }
    return text.toString();
  }

  private IndexField field() {
    return pick(List.of(IndexField.values()));
  }

  private UUID account() {
    return new UUID(8, random.nextInt(ACCOUNTS));
  }

  private UUID tag() {
    return new UUID(9, random.nextInt(TAGS));
  }

  private long version() {
    return orders.size();
  }

  /** Not in the order of writing: a draft that is older may be published later. */
  private long order() {
    long order = random.nextInt(1_000_000) * 10_000L + orders.size();
    orders.add(order);
    return order;
  }

  private long somewhere() {
    return orders.isEmpty() ? 0 : pick(orders) + random.nextInt(3) - 1;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private <T> List<T> several(int most, Supplier<T> one) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> one.get()).toList();
  }
}
