package bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** What there is to read and to write about: few things are asked for often (Zipf). */
final class MixedThings {
  private static final int REMEMBERED = 300;

  /** Then the oldest of them has left the first page of the list. */
  private static final int SETTLED = 100;

  final Requests requests;
  private final List<String> articles;
  private final List<String> accounts;
  private final List<String> tags;
  private final List<String> pictures = new ArrayList<>();

  /** What the run itself published and did not withdraw, newest last. */
  private final Deque<String> published = new ArrayDeque<>();

  MixedThings(Database database, Server server)
      throws IOException, SQLException, InterruptedException {
    requests = new Requests(database);
    articles =
        names(database, "select id from article where state = 'published' order by md5(id::text)");
    accounts = names(database, "select id from account where state = 'open' order by id");
    tags = names(database, "select slug from tag order by id");
    for (String account : accounts.subList(0, Math.min(50, accounts.size()))) {
      byte[] found =
          Bench.fetch(server.port, "/v1/follow-targets?account=" + account, "identity").body();
      JsonNode qr = Api.JSON.readTree(found).path("items").path(0).path("qr");
      pictures.add(qr.path("png").textValue());
      pictures.add(qr.path("svg").textValue());
    }
  }

  private static List<String> names(Database database, String sql)
      throws SQLException, IOException {
    return database.rows(sql).stream().map(row -> row.get(0)).toList();
  }

  /** The chance of the n-th is as 1 ÷ n. */
  private static String zipf(List<String> things, SplittableRandom random) {
    int place = (int) Math.pow(things.size(), random.nextDouble()) - 1;
    return things.get(Math.min(place, things.size() - 1));
  }

  /** An old one, or one of three that the run published. */
  String article(SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      String recent = recent(random);
      if (recent != null) {
        return recent;
      }
    }
    return zipf(articles, random);
  }

  /** The ones that are asked for most. */
  List<String> hot(int number) {
    return articles.subList(0, number);
  }

  String account(SplittableRandom random) {
    return zipf(accounts, random);
  }

  String tag(SplittableRandom random) {
    return zipf(tags, random);
  }

  String picture(SplittableRandom random) {
    return zipf(pictures, random);
  }

  /** The first characters of a title as titles are. */
  String words(SplittableRandom random, int characters) {
    return new Prose(new Random(random.nextLong())).title().substring(0, characters);
  }

  synchronized void published(String article) {
    published.add(article);
    if (published.size() > REMEMBERED) {
      published.remove();
    }
  }

  /** Null when there is none. */
  private synchronized String recent(SplittableRandom random) {
    return published.stream()
        .skip(published.isEmpty() ? 0 : random.nextInt(published.size()))
        .findFirst()
        .orElse(null);
  }

  /** The oldest of the recent ones, which is recent no more; null when there are few. */
  synchronized String toWithdraw() {
    return published.size() < SETTLED ? null : published.poll();
  }
}
