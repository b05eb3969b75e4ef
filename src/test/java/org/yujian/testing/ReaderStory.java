package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Somebody with a phone and a tablet follows and reads; examples as in the others. */
final class ReaderStory {
  /** Tokens and codes never reach a file. */
  private static final Map<String, String> SECRETS =
      Map.of(
          "accessToken",
          "ya_" + "x".repeat(43),
          "refreshToken",
          "yr_" + "x".repeat(65),
          "recoveryCode",
          "7KQ2M-XJ4TB-90ZWE-5HN8R-C3VPA",
          "code",
          "4TB90-ZWE5H");

  private final Client office;
  private final ExampleFiles files;
  private Client phone;

  ReaderStory(Client office, ExampleFiles files) {
    this.office = office;
    this.files = files;
  }

  void tell() {
    signUp();
    scan();
    follow();
    read();
    devices();
  }

  private void signUp() {
    Map<String, Object> request = Map.of("name", "小米 15");
    files.request("createDevice", request);
    Client.Answer tokens = office.post("/v1/devices", request);
    example("createDevice", tokens);
    Map<String, Object> refresh = Map.of("refreshToken", tokens.text("refreshToken"));
    files.request("refreshDevice", Map.of("refreshToken", SECRETS.get("refreshToken")));
    Client.Answer next = office.post("/v1/devices/refresh", refresh);
    example("refreshDevice", next);
    phone = office.with(next.text("accessToken"));
    example("getMe", phone.get("/v1/me"));
  }

  private void scan() {
    String article =
        office.get("/v1/articles?account=@yujian-shequ").items().get(0).path("id").asText();
    String example = "https://feed.example.org/f/Hk3vPq0yTn2sUw7xBz5dAg";
    files.request("scanCode", Map.of("code", example));
    example(
        "scanCode",
        phone.post(
            "/v1/me/scans", Map.of("code", Desk.landing(article).substring("/f/".length()))));
  }

  private void follow() {
    String account = office.get("/v1/accounts/@yujian-shequ").text("id");
    Map<String, Object> unmuted = Map.of("muted", false);
    files.request("followAccount", unmuted);
    example("followAccount", phone.put("/v1/me/follows/" + account, unmuted));
    example("listFollows", phone.get("/v1/me/follows"));
    example("getHomeFeed", phone.get("/v1/me/feed?limit=2"));
    new FollowerStory(office, files, account).tell();
    example("getAccountCounts", office.get("/v1/accounts/counts?ids=" + account));
  }

  private void read() {
    List<JsonNode> newest = office.get("/v1/articles?account=@yujian-shequ&limit=1").items();
    String article = newest.get(0).path("id").asText();
    String account = newest.get(0).path("accountId").asText();
    String block =
        office.get("/v1/articles/" + article + "?body=blocks").json().at("/blocks/0/id").asText();
    Map<String, Object> seen =
        Map.of("clientSeq", 1, "articleId", article, "read", true, "at", "2026-05-04T08:00:00Z");
    Map<String, Object> kept =
        Map.of(
            "clientSeq",
            2,
            "articleId",
            article,
            "star",
            true,
            "position",
            Map.of("blockId", block, "offset", 40),
            "at",
            "2026-05-04T16:01:30+08:00");
    Map<String, Object> ops = Map.of("ops", List.of(seen, kept));
    files.request("markArticles", ops);
    example("markArticles", phone.post("/v1/me/states", ops));
    example("getMarks", phone.get("/v1/me/states?articleIds=" + article));
    example("listStars", phone.get("/v1/me/stars"));
    Map<String, Object> all = Map.of("accountIds", List.of(account), "upTo", article);
    files.request("markRead", all);
    example("markRead", phone.post("/v1/me/states/mark-read", all));
    example("getUnread", phone.get("/v1/me/unread"));
    example("syncReader", phone.get("/v1/me/sync"));
  }

  private void devices() {
    Client.Answer other = office.post("/v1/devices", Map.of("name", "平板")).expect(201);
    Client tablet = office.with(other.text("accessToken"));
    Client.Answer code = phone.post("/v1/me/join-codes", Map.of());
    example("createJoinCode", code);
    files.request("joinReader", Map.of("code", SECRETS.get("code")));
    example("joinReader", tablet.post("/v1/me/join", Map.of("code", code.text("code"))));
    example("listDevices", phone.get("/v1/me/devices"));
    example("renewRecoveryCode", phone.post("/v1/me/recovery-code", Map.of()));
    phone.delete("/v1/me/devices/" + other.text("deviceId")).expect(204);
    phone.delete("/v1/me").expect(204);
  }

  private void example(String operation, Client.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError(operation + ": " + answer.status() + " " + answer.json());
    }
    JsonNode json = answer.json().deepCopy();
    mask(json);
    files.answer(operation, json);
  }

  private static void mask(JsonNode json) {
    if (json instanceof ObjectNode object) {
      SECRETS.forEach(
          (name, example) -> {
            if (object.has(name)) {
              object.put(name, example);
            }
          });
      if (object.has("expiresIn")) {
        object.put("expiresIn", 3_600);
      }
    }
    json.forEach(ReaderStory::mask);
  }
}
