package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.yujian.shared.page.Cursor;
import org.yujian.shared.page.Direction;
import org.yujian.shared.page.PageKey;

/** What there is to attack: names of existing rows, and cursors that are whole but absurd. */
final class HostileTarget {
  private static final String NO_FILTER = "[account=null, ";

  /** The text of the filters of each list without any. */
  private static final Map<String, String> FILTERS =
      Map.ofEntries(
          Map.entry("/v1/accounts", "accounts"),
          Map.entry("/v1/desk/accounts", "desk accounts"),
          Map.entry("/v1/articles", "ArticleFilter" + NO_FILTER + "tag=null, edition=null]"),
          Map.entry("/v1/editions", "editions of null"),
          Map.entry("/v1/desk/editions", "DeskEditionFilter" + NO_FILTER + "state=null]"),
          Map.entry(
              "/v1/desk/articles",
              "DeskArticleFilter" + NO_FILTER + "state=null, tag=null, q=null]"),
          Map.entry("/v1/desk/imports", "imports of null"),
          Map.entry("/v1/tags", "tags"),
          Map.entry("/v1/follow-targets", "TargetFilter" + NO_FILTER + "edition=null]"),
          Map.entry("/v1/desk/follow-targets", "desk follow targets"),
          Map.entry("/v1/desk/keys", "desk keys"),
          Map.entry(
              "/v1/desk/audit",
              "AuditFilter"
                  + NO_FILTER
                  + "key=null, thing=null, thingId=null, action=null, since=null, until=null]"));

  private static final List<PageKey> KEYS =
      List.of(
          PageKey.feed(Long.MIN_VALUE),
          PageKey.feed(Long.MAX_VALUE),
          PageKey.feed(0),
          PageKey.feed(-1),
          PageKey.feed(300_000L * 31_556_952 * 1_000_000 / 8 * 7), // about the year 300000
          PageKey.feed(Long.MAX_VALUE - 7),
          PageKey.named("", new UUID(0, 0)),
          PageKey.named("", new UUID(-1, -1)),
          PageKey.named("\u0000", new UUID(0, 0)),
          PageKey.named("a\u0000b", new UUID(1, 1)),
          PageKey.named("\uDBFF\uDFFF", new UUID(-1, -1)),
          PageKey.named("x".repeat(1_300), new UUID(0, 0)),
          PageKey.named("\uFFFF%_'\"\\", new UUID(Long.MIN_VALUE, Long.MAX_VALUE)));

  private final Map<String, List<String>> names = new HashMap<>();

  /** Fills the database with a little of everything, through the API. */
  HostileTarget(Client client) {
    Client.Answer account =
        client.post("/v1/desk/accounts", Map.of("handle", "jia", "name", "账号甲")).expect(201);
    add("account", account.text("id"), "@jia");
    client.post("/v1/desk/accounts", Map.of("handle", "yi", "name", "账号乙")).expect(201);
    add("account", client.get("/v1/accounts/@yi").text("id"), "@yi");
    client.post("/v1/desk/tags", Map.of("slug", "tag-a", "name", "tag-a")).expect(201);
    add("tag", "tag-a");
    for (boolean publish : List.of(true, false, true)) {
      imported(client, "@jia", publish);
      imported(client, "@yi", publish);
    }
    Client.Answer outside = client.post("/v1/desk/follow-targets", Map.of("name", "别处"));
    add("follow-target", outside.expect(201).text("id"));
    client.get("/v1/follow-targets").items().forEach(t -> add("follow-target", id(t)));
    for (String target : kind("follow-target")) {
      String placements = "/v1/desk/follow-targets/" + target + "/placements";
      client.get(placements).items().forEach(placement -> add("placement", id(placement)));
    }
  }

  private void imported(Client client, String account, boolean publish) {
    String cut = publish ? "第一段话说到一半，\n\n后一半。\n" : "草稿，\n\n后一半。\n";
    String text = "# 一 " + names.size() + names + "\n" + cut + "# 二\n第二段。\n";
    text = "# 题" + Math.abs(text.hashCode()) + "\n" + cut + "# 题二" + Math.abs(text.hashCode());
    Client.Answer report =
        client.importDocument(account, text + "\n第二段。\n", publish, List.of("tag-a"));
    add("import", report.expect(201).text("id"));
    for (JsonNode article : report.json().path("articles")) {
      add("article", article.path("articleId").asText());
      add("edition", article.path("editionId").asText());
    }
  }

  private static String id(JsonNode node) {
    return node.path("id").asText();
  }

  private void add(String kind, String... values) {
    names.computeIfAbsent(kind, none -> new ArrayList<>()).addAll(List.of(values));
  }

  List<String> anyIds() {
    return names.values().stream().flatMap(List::stream).filter(n -> n.length() == 36).toList();
  }

  String account() {
    return names.get("account").get(0);
  }

  /** Existing values of a place in a path or of a parameter. */
  List<String> names(String path, String place) {
    return switch (place) {
      case "{slug}", "{tag}" -> kind("tag");
      case "{account}" -> kind("account");
      case "{placement}" -> kind("placement");
      case "{edition}" -> kind("edition");
      case "{ids}" -> List.of(String.join(",", kind("article")), kind("article").get(0));
      case "{body}" -> List.of("html", "blocks", "text", "markdown", "none");
      case "{state}" -> List.of("draft", "published", "scheduled", "withdrawn");
      case "{limit}" -> List.of("1", "100", "7");
      case "{size}" -> List.of("120", "600", "2000");
      case "{id}" -> kind(path.replaceFirst("^/v1", "").replaceFirst("^/desk", "").split("/")[1]);
      default -> List.of();
    };
  }

  private List<String> kind(String name) {
    return names.getOrDefault(name.replaceFirst("s$", ""), List.of());
  }

  boolean hasCursors(String path) {
    return FILTERS.containsKey(path);
  }

  /** Its check sum is right, its kind or its key seldom. */
  String cursor(String path, Random random) {
    PageKey key = KEYS.get(random.nextInt(KEYS.size()));
    Direction direction = random.nextBoolean() ? Direction.DOWN : Direction.UP;
    return new Cursor(direction, key).encode(FILTERS.get(path));
  }

  /** All such cursors of all lists, as paths. */
  static List<String> lists() {
    List<String> paths = new ArrayList<>();
    FILTERS.forEach(
        (path, filters) -> {
          for (PageKey key : KEYS) {
            for (Direction direction : Direction.values()) {
              paths.add(path + "?cursor=" + new Cursor(direction, key).encode(filters));
            }
          }
        });
    return paths;
  }
}
