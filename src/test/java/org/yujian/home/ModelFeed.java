package org.yujian.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is public, in memory: every article that ever went live, and the order of the feed. */
final class ModelFeed {

  /** An article that is live or was. */
  static final class Article {
    final String id;
    final String account;
    final String edition;
    final int position;
    Instant publishedAt;
    int rev;
    boolean live;
    int withdrawals;

    Article(String id, String account, String edition, int position) {
      this.id = id;
      this.account = account;
      this.edition = edition;
      this.position = position;
    }

    void live(int rev, Instant publishedAt) {
      this.rev = rev;
      this.publishedAt = publishedAt;
      live = true;
    }

    void withdraw() {
      live = false;
      withdrawals++;
    }

    Place place() {
      return new Place(publishedAt, position);
    }
  }

  /** A place in the feed: later is greater, and of one edition the lead. */
  record Place(Instant publishedAt, int position) implements Comparable<Place> {
    static final Place NOWHERE = new Place(Instant.EPOCH, 0);

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::publishedAt)
            .thenComparing(Comparator.comparing(Place::position).reversed());

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }

    static Place max(Place one, Place other) {
      return one.compareTo(other) < 0 ? other : one;
    }
  }

  private final Map<String, Article> articles = new LinkedHashMap<>();

  void add(Article article) {
    articles.put(article.id, article);
  }

  Article article(String id) {
    return articles.get(id);
  }

  /** Ever live, oldest first. */
  List<Article> all() {
    return new ArrayList<>(articles.values());
  }

  /** Live articles of these accounts, newest first. */
  List<Article> live(Predicate<String> accounts) {
    return articles.values().stream()
        .filter(article -> article.live && accounts.test(article.account))
        .sorted(Comparator.comparing(Article::place).reversed())
        .toList();
  }

  /** How often anything of the account was taken back. */
  int withdrawals(String account) {
    return articles.values().stream()
        .filter(article -> article.account.equals(account))
        .mapToInt(article -> article.withdrawals)
        .sum();
  }

  /** Of the account's newest live article. */
  Place newest(String account) {
    return live(account::equals).stream().findFirst().map(Article::place).orElse(Place.NOWHERE);
  }
}
