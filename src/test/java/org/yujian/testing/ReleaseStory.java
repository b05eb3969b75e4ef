package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a release's dump: something of every kind that an upgrade has to carry over. What
 * the API said about it is kept as facts, so that a later release can be compared.
 */
final class ReleaseStory {
  private static final String DOCUMENT =
      """
      扫描二维码 关注“梧桐街道”

      # 梧桐路夜间施工提示

      为更新路灯，梧桐路（东段）将于本周六晚十点起封闭半幅路面，请沿线居民提前

      安排出行。施工期间 21 路公交改道行驶。（街道城建办）

      # 梧桐街道图书室搬家

      图书室从周一起搬到文化站二楼，开放时间不变。（文化站）

      # 临时停水通知

      周三上午九点到十一点停水，请提前储水。（街道办）
      """;

  private static final String DRAFT =
      """
      扫描二维码 关注“梧桐街道”

      # 还没有发布的一篇

      这一篇还在等人看。（编辑部）
      """;

  private static final Pattern CODE = Pattern.compile("href=\"/f/([^\"]+)\"");

  private final Program program;
  private final Client desk;
  private final ObjectNode facts = new ObjectMapper().createObjectNode();

  ReleaseStory(Program program, String adminKey) {
    this.program = program;
    this.desk = new Client(program.baseUrl(), adminKey);
    facts.put("adminKey", adminKey);
  }

  /** Makes the content; gives what the API says about it. */
  JsonNode tell() {
    Client.Answer report = desk.importDocument(null, DOCUMENT, true, List.of("通知")).expect(201);
    facts.put("importId", report.text("id"));
    String account = report.text("accountId");
    facts.put("accountId", account);
    String article = report.json().at("/articles/0/articleId").asText();
    facts.put("articleId", article);
    correct(report.json().at("/articles/1/articleId").asText());
    String withdrawn = report.json().at("/articles/2/articleId").asText();
    facts.put("withdrawnId", withdrawn);
    desk.post("/v1/desk/articles/" + withdrawn + "/withdraw", Map.of("class", "expired"))
        .expect(200);
    desk(account);
    phone(account, article);
    facts.put("syncToken", desk.get("/v1/sync?since=now").expect(200).text("token"));
    facts.set("reads", reads());
    return facts;
  }

  private void correct(String article) {
    String path = "/v1/desk/articles/" + article;
    Map<String, Object> text = Map.of("html", "<p>图书室从周二起搬到文化站二楼。</p>");
    desk.patch(path, text, desk.get(path).etag()).expect(200);
    Map<String, Object> correction = Map.of("class", "fact", "note", "原文日期有误。");
    desk.post(path + "/corrections", correction, desk.get(path).etag()).expect(200);
    facts.put("correctedId", article);
  }

  private void desk(String account) {
    Client.Answer draft = desk.importDocument(null, DRAFT, false, List.of()).expect(201);
    facts.put("draftId", draft.json().at("/articles/0/articleId").asText());
    Map<String, Object> content =
        Map.of(
            "accountId",
            account,
            "articles",
            List.of(Map.of("title", "手写的草稿", "html", "<p>以后再说。</p>")));
    String edition = desk.post("/v1/desk/editions", content).expect(201).text("id");
    facts.put("editionId", edition);
    Map<String, Object> key = Map.of("label", "只读", "scopes", List.of("content:read"));
    facts.put("readerKey", desk.post("/v1/desk/keys", key).expect(201).text("secret"));
    String target =
        desk.get("/v1/follow-targets?account=" + account).items().get(0).path("id").asText();
    Map<String, Object> placement = Map.of("label", "东门海报", "medium", "print", "place", "小区东门");
    desk.post("/v1/desk/follow-targets/" + target + "/placements", placement).expect(201);
  }

  private void phone(String account, String article) {
    Client.Answer device = desk.post("/v1/devices", Map.of("name", "小米 15")).expect(201);
    Client phone = desk.with(device.text("accessToken"));
    Matcher page = CODE.matcher(program.get("/a/" + article).body());
    if (!page.find()) {
      throw new AssertionError("No code on the page of " + article);
    }
    facts.put("followCode", page.group(1));
    phone.post("/v1/me/scans", Map.of("code", page.group(1))).expect(200);
    Map<String, Object> mark =
        Map.of(
            "clientSeq",
            1,
            "articleId",
            article,
            "read",
            true,
            "star",
            true,
            "at",
            "2026-05-04T08:00:00Z");
    phone.post("/v1/me/states", Map.of("ops", List.of(mark))).expect(200);
    facts.put("refreshToken", device.text("refreshToken"));
    facts.put("recoveryCode", device.text("recoveryCode"));
    ObjectNode mine = facts.putObject("mine");
    for (String path : List.of("/v1/me/follows", "/v1/me/stars", "/v1/me/feed?limit=5")) {
      mine.set(path, phone.get(path).expect(200).json());
    }
  }

  private ObjectNode reads() {
    ObjectNode reads = facts.objectNode();
    String article = facts.path("articleId").asText();
    List<String> paths =
        List.of(
            "/v1/articles?limit=100",
            "/v1/articles/" + article + "?body=blocks",
            "/v1/articles/" + facts.path("correctedId").asText() + "?body=text",
            "/v1/editions",
            "/v1/accounts",
            "/v1/tags",
            "/v1/follow-targets?account=" + facts.path("accountId").asText(),
            "/v1/desk/imports/" + facts.path("importId").asText(),
            "/v1/desk/articles/" + facts.path("draftId").asText(),
            "/v1/desk/editions/" + facts.path("editionId").asText());
    paths.forEach(path -> reads.set(path, desk.get(path).expect(200).json()));
    return reads;
  }
}
