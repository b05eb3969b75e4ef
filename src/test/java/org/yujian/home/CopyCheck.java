package org.yujian.home;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yujian.testing.Client;
import org.yujian.testing.SyncCopy;
import org.yujian.testing.SyncedPhone;
import org.yujian.testing.Tables;

/** Compares a device's copy, brought up to date, with what the database says. */
final class CopyCheck {
  private static final List<String> PUBLIC =
      List.of("article", "edition", "account", "followTarget", "tag");

  private final Tables tables;
  private final Client device;
  private final SyncedPhone copy;
  private final Map<String, JsonNode> present;
  private final Set<String> followed = new TreeSet<>();

  CopyCheck(Tables tables, Client anyone, Client device, SyncedPhone copy) {
    this.tables = tables;
    this.device = device;
    this.copy = copy;
    SyncCopy all = new SyncCopy(anyone, "");
    all.follow(1_000);
    present = all.things();
  }

  void run() {
    follows();
    whatItHasIsRight();
    nothingIsMissing();
    marks();
  }

  private void follows() {
    Map<String, JsonNode> mine = new TreeMap<>();
    for (JsonNode follow : device.get("/v1/me/follows?limit=100").expect(200).items()) {
      followed.add(follow.path("accountId").asText());
      mine.put(
          follow.path("accountId").asText(),
          ((ObjectNode) follow).retain("accountId", "muted", "followedAt", "readUpTo"));
    }
    Map<String, JsonNode> copied = new TreeMap<>();
    copy.things("follow")
        .forEach(
            (id, follow) -> copied.put(id, ((ObjectNode) follow.deepCopy()).without("version")));
    assertThat(copied).isEqualTo(mine);
  }

  private void whatItHasIsRight() {
    for (String type : PUBLIC) {
      copy.things(type)
          .forEach(
              (id, thing) -> {
                assertThat(thing).as(type + " " + id).isEqualTo(present.get(type + " " + id));
                String account = type.equals("account") ? id : thing.path("accountId").asText();
                assertThat(account.isEmpty() || followed.contains(account))
                    .as("of a followed account: " + type + " " + thing)
                    .isTrue();
              });
    }
  }

  private void nothingIsMissing() {
    Set<String> has = new TreeSet<>();
    for (String type : PUBLIC) {
      copy.things(type).keySet().forEach(id -> has.add(type + " " + id));
    }
    present.forEach(
        (key, thing) -> {
          String[] name = key.split(" ");
          String account = name[0].equals("account") ? name[1] : thing.path("accountId").asText();
          boolean due =
              followed.contains(account)
                  && switch (name[0]) {
                    case "article" -> !isOld(account, name[1]);
                    case "edition" -> false;
                    default -> true;
                  };
          assertThat(!due || has.contains(key)).as("has " + key).isTrue();
        });
    Set<String> tags = Set.copyOf(copy.texts("tag", "slug"));
    for (JsonNode article : copy.things("article").values()) {
      assertThat(copy.things("edition")).containsKey(article.path("editionId").asText());
      article.path("tags").forEach(tag -> assertThat(tags).contains(tag.asText()));
    }
    for (JsonNode edition : copy.things("edition").values()) {
      for (JsonNode target : edition.path("followTargetIds")) {
        String key = "followTarget " + target.asText();
        assertThat(present.get(key).has("accountId") || has.contains(key)).as(key).isTrue();
      }
    }
  }

  /** Whether so many were ever newer that a follow need not have brought it. */
  private boolean isOld(String account, String article) {
    return tables.number(
            """
            select count(*) from article where account_id::text = ? and feed_order >
              (select feed_order from article where id::text = ?)
            """,
            account,
            article)
        >= 200;
  }

  private void marks() {
    Map<String, JsonNode> copied = copy.things("state");
    List<String> ids =
        tables.texts(
            """
            select article_id from article_state where reader_key =
              (select reader_key from device where id::text = ?)
            """,
            device.get("/v1/me").expect(200).text("deviceId"));
    Set<String> articles = copy.things("article").keySet();
    for (int i = 0; i < ids.size(); i += 100) {
      String some = String.join(",", ids.subList(i, Math.min(ids.size(), i + 100)));
      for (JsonNode mark : device.get("/v1/me/states?articleIds=" + some).expect(200).items()) {
        String id = mark.path("articleId").asText();
        boolean due = mark.path("star").asBoolean() || articles.contains(id);
        assertThat(!due || copied.containsKey(id)).as("has mark " + mark).isTrue();
        if (copied.containsKey(id)) {
          assertThat(plain(copied.get(id))).isEqualTo(plain(mark));
        }
      }
    }
    assertThat(copied.keySet().stream().filter(id -> !ids.contains(id)).collect(toSet())).isEmpty();
  }

  /** Clients compare revisions themselves. */
  private static JsonNode plain(JsonNode mark) {
    return ((ObjectNode) mark.deepCopy()).without("corrected");
  }
}
