package org.yujian.home;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.yujian.home.ModelFeed.Article;
import org.yujian.testing.Client;
import org.yujian.testing.Client.Answer;

/** The desk of a walk: publishes, corrects and takes back, and tells the model of it. */
final class ModelDesk {
  private static final Map<String, String> EXPIRED = Map.of("class", "expired");
  private static final Map<String, String> TYPO = Map.of("class", "typo");
  private static final int MOST_TOGETHER = 3;

  private static final String POSTER =
      """
      with poster as (
        insert into placement (id, follow_target_id, label, scene, code, created_at)
        select gen_random_uuid(), id, '北门', 'poster', ?, now()
        from follow_target where account_id = ?)
      select code from placement p join follow_target t on t.id = p.follow_target_id
      where t.account_id = ? and scene = 'default'
      """;

  private final Supplier<Client> nodes;
  private final ModelFeed feed;
  private final Random random;
  private final List<String> accounts = new ArrayList<>();
  private final Map<String, List<String>> codes = new HashMap<>();
  private int texts;

  /**
   * @param nodes asked for each request
   */
  ModelDesk(Supplier<Client> nodes, ModelFeed feed, Random random) {
    this.nodes = nodes;
    this.feed = feed;
    this.random = random;
  }

  /** Opens accounts of its own, so that walks may share a database. */
  void open(String walk, int count) {
    for (int i = 0; i < count; i++) {
      Map<String, String> account = Map.of("handle", walk + "-" + i, "name", "账号" + walk + "号" + i);
      accounts.add(nodes.get().post("/v1/desk/accounts", account).expect(201).text("id"));
    }
  }

  /** Beside the code that every account has, one at another place. */
  void hangPosters(Connection database) throws SQLException {
    for (String account : accounts) {
      String poster = "poster-" + account;
      try (PreparedStatement insert = database.prepareStatement(POSTER)) {
        insert.setString(1, poster);
        insert.setObject(2, UUID.fromString(account));
        insert.setObject(3, UUID.fromString(account));
        ResultSet usual = insert.executeQuery();
        usual.next();
        codes.put(account, List.of(usual.getString(1), poster));
      }
    }
  }

  /** The code of an account for a scene: {@code default} or {@code poster}. */
  String code(String account, String scene) {
    return codes.get(account).get(scene.equals("default") ? 0 : 1);
  }

  List<String> accounts() {
    return accounts;
  }

  /** One to three articles of an account. */
  String publish() {
    // The first one has far more than the others: more than a copy begins with.
    String account = accounts.get(random.nextBoolean() ? 0 : random.nextInt(accounts.size()));
    List<Map<String, Object>> articles = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(MOST_TOGETHER); i++) {
      articles.add(Map.of("title", "题" + texts++, "html", "<p>第一版。</p>"));
    }
    Map<String, Object> request = Map.of("accountId", account, "articles", articles);
    String edition = nodes.get().post("/v1/desk/editions", request).expect(201).text("id");
    Answer draft = nodes.get().get("/v1/desk/editions/" + edition).expect(200);
    Answer live = nodes.get().publish(edition, draft.etag()).expect(200);
    for (JsonNode each : live.json().path("articles")) {
      String id = each.path("id").asText();
      Article article = new Article(id, account, edition, each.path("position").asInt());
      feed.add(article);
      take(article, each);
    }
    return "publish " + edition;
  }

  /** The next revision of a live article. */
  String correct() {
    Article article = any(true);
    if (article == null) {
      return publish();
    }
    Map<String, String> text = Map.of("html", "<p>又一版，" + texts++ + "。</p>");
    Answer seen = nodes.get().get(path(article)).expect(200);
    nodes.get().patch(path(article), text, seen.etag()).expect(200);
    Answer drafted = nodes.get().get(path(article)).expect(200);
    take(
        article,
        nodes.get().post(path(article) + "/corrections", TYPO, drafted.etag()).expect(200).json());
    return "correct " + article.id;
  }

  String withdraw() {
    Article article = any(true);
    if (article == null) {
      return publish();
    }
    nodes.get().post(path(article) + "/withdraw", EXPIRED).expect(200);
    article.withdraw();
    return "withdraw " + article.id;
  }

  /** What was withdrawn comes back at the top of the feed. */
  String republish() {
    Article article = any(false);
    if (article == null) {
      return publish();
    }
    Answer seen = nodes.get().get(path(article)).expect(200);
    Answer again = nodes.get().post(path(article) + "/republish", Map.of(), seen.etag());
    take(article, again.expect(200).json());
    return "republish " + article.id;
  }

  private static void take(Article article, JsonNode desk) {
    JsonNode live = desk.path("live");
    article.live(live.path("rev").asInt(), Instant.parse(live.path("publishedAt").asText()));
  }

  private Article any(boolean live) {
    List<Article> found = feed.all().stream().filter(article -> article.live == live).toList();
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  private static String path(Article article) {
    return "/v1/desk/articles/" + article.id;
  }
}
