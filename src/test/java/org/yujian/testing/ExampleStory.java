package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A small office and a school begin to publish; each step is the example of its operation. */
final class ExampleStory {
  private static final String COMMUNITY =
      """
      长按识别二维码，关注“豫见社区”

      # 社区食堂开张，老人午餐有了着落
      ## 首日送餐二十三份，周末照常营业

      十一月的第一个周一，豫见社区食堂在清和路12号开张。六十岁以上的居民凭卡享受八折。

      志愿者为行动不便的老人送餐到家，

      当天共送出二十三份。居民王阿姨说：“走两步就能吃上热饭，心里踏实。”

      食堂每周公布菜单，欢迎居民提出建议。（社区服务中心）

      # 周末义诊进小区

      本周六上午，市二院的六名医生在小区广场为居民测量血压、解答用药问题。

      活动持续到中午，没有预约的居民也可以来。（卫生服务站）
      """;

  private static final String MORE =
      """
      长按识别二维码，关注“豫见社区”

      # 社区食堂添了晚餐

      清和路12号的社区食堂从今天起供应晚餐，六十岁以上的居民凭卡享受八折，志愿者照常送餐到家。
      """;

  private static final String SCHOOL =
      """
      长按识别二维码，关注“晨光小学”

      # 晨光小学办起屋顶菜园

      晨光小学把教学楼的屋顶改成了菜园，三年级的

      每个班认领一块地。孩子们每周浇水、记录，期末把收成做成一顿午饭。（教导处）

      # 读书月开幕

      四月是晨光小学的读书月，每个班准备了一面漂流书架。（图书室）
      """;

  /** Reached only by what hangs, on a busy machine too. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Client client;
  private final ExampleFiles files = new ExampleFiles();

  ExampleStory(Client client) {
    this.client = client;
  }

  List<String> differences() {
    return files.differences();
  }

  void tell() {
    begin();
    String school = school();
    follow();
    read(school);
    sync();
    new ReaderStory(client, files).tell();
    settings();
    withdraw(school);
    new ExampleLife(client, files).tell();
    new ExampleDrafts(client, files).tell();
    new ExamplePictures(client, files).tell();
    new AdminStory(client, files).tell();
    new ExampleWebhooks(client, files).tell();
    new ExampleReviews(client, files).tell();
    batch();
  }

  /** Two documents at once, one of them in a form that cannot be read. */
  private void batch() {
    Client.Answer accepted =
        client.importFiles(
            Upload.of("早餐.txt", MORE.replace("晚餐", "早餐")).file("义诊.pdf", "%PDF-1.7\n"));
    example("importDocuments.accepted", accepted.expect(202));
    example("importDocument.accepted", accepted);
    String path = "/v1/desk/import-batches/" + accepted.text("id");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!client.get(path).text("state").equals("done")) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Not done: " + client.get(path).json());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    example("getImportBatch", client.get(path));
  }

  private void begin() {
    Map<String, Object> account =
        Map.of(
            "handle", "yujian-shequ",
            "name", "豫见社区",
            "intro", "豫见社区的消息、服务和活动。",
            "registration", "豫ICP备00000000号");
    files.request("createAccount", account);
    example("createAccount", client.post("/v1/desk/accounts", account).expect(201));
    Map<String, Object> tag = Map.of("slug", "shequ-fuwu", "name", "社区服务");
    files.request("createTag", tag);
    example("createTag", client.post("/v1/desk/tags", tag).expect(201));
    Client.Answer report = client.importDocument(null, COMMUNITY, true, List.of("shequ-fuwu"));
    example("importDocument", report.expect(201));
    example("getImport", client.get("/v1/desk/imports/" + report.text("id")));
    client.post("/v1/desk/accounts", Map.of("handle", "chenguang", "name", "晨光小学")).expect(201);
  }

  /** Imports, looks, undoes a join, publishes; gives the edition's id. */
  private String school() {
    Client.Answer report = client.importDocument(null, SCHOOL, false, List.of()).expect(201);
    example("listImports", client.get("/v1/desk/imports"));
    JsonNode article = report.json().path("articles").path(0);
    String edition = article.path("editionId").asText();
    JsonNode join = article.path("joins").path(0);
    Map<String, Object> undo =
        Map.of(
            "articleId", article.path("articleId").asText(),
            "paragraph", join.path("paragraph").asInt(),
            "offset", join.path("offset").asInt());
    files.request("undoJoin", undo);
    String undoing = "/v1/desk/imports/" + report.text("id") + "/joins/undo";
    example("undoJoin", client.post(undoing, undo));
    example("listDeskEditions", client.get("/v1/desk/editions"));
    Client.Answer draft = client.get("/v1/desk/editions/" + edition);
    example("getDeskEdition", draft);
    String articlePath = "/v1/desk/articles/" + article.path("articleId").asText();
    example("getDeskArticle", client.get(articlePath));
    example("tagArticle", client.put(articlePath + "/tags/shequ-fuwu"));
    example("untagArticle", client.delete(articlePath + "/tags/shequ-fuwu"));
    String seen = client.get("/v1/desk/editions/" + edition).etag();
    example("publishEdition", client.publish(edition, seen));
    return edition;
  }

  private void follow() {
    Map<String, Object> outside = Map.of("name", "清和读书会");
    Client.Answer made = client.post("/v1/desk/follow-targets", outside).expect(201);
    files.request("createFollowTarget", outside);
    example("createFollowTarget", made);
    String path = "/v1/desk/follow-targets/" + made.text("id");
    example("getDeskFollowTarget", client.get(path));
    Map<String, Object> change = Map.of("url", "https://qinghe.example.org/follow");
    files.request("changeFollowTarget", change);
    example("changeFollowTarget", client.patch(path, change, made.etag()));
    example("listDeskFollowTargets", client.get("/v1/desk/follow-targets"));
    Client.Answer shown = client.get("/v1/follow-targets?account=@yujian-shequ");
    example("listFollowTargets", shown);
    String target = shown.items().get(0).path("id").asText();
    example("getFollowTarget", client.get("/v1/follow-targets/" + target));
    placements("/v1/desk/follow-targets/" + target + "/placements");
  }

  private void search() {
    // 老人, percent-encoded.
    String q = "?q=%E8%80%81%E4%BA%BA";
    Client.Answer found = client.get("/v1/search" + q);
    example("search", found);
    example("searchDesk", client.get("/v1/desk/search" + q));
    String article = found.items().get(0).path("article").path("id").asText();
    client.importDocument(null, MORE, true, List.of()).expect(201);
    example("listSimilarArticles", client.get("/v1/articles/" + article + "/similar"));
  }

  private void placements(String path) {
    Map<String, Object> gate =
        Map.of("label", "东门海报", "medium", "print", "place", "小区东门公告栏", "scene", "gate-east");
    files.request("createPlacement", gate);
    Client.Answer made = client.post(path, gate).expect(201);
    example("createPlacement", made);
    String placement = path + "/" + made.text("id");
    example("getPlacement", client.get(placement));
    Map<String, Object> until = Map.of("endsAt", "2036-09-01T00:00:00+08:00");
    files.request("changePlacement", until);
    example("changePlacement", client.patch(placement, until, made.etag()));
    example("listPlacements", client.get(path));
    example("endPlacement", client.post(placement + "/end", Map.of()));
  }

  private void read(String edition) {
    example("listAccounts", client.get("/v1/accounts"));
    example("getAccount", client.get("/v1/accounts/@yujian-shequ"));
    Client.Answer feed = client.get("/v1/articles?limit=3");
    example("listArticles", feed);
    String article = feed.items().get(2).path("id").asText();
    example("getArticle", client.get("/v1/articles/" + article));
    String ids = article + "," + "0190a000-0000-7000-8000-000000000000";
    example("getArticles", client.get("/v1/articles/batch?body=blocks&ids=" + ids));
    example("listEditions", client.get("/v1/editions?account=@chenguang"));
    example("getEdition", client.get("/v1/editions/" + edition));
    search();
    example("listTags", client.get("/v1/tags"));
    example("getTag", client.get("/v1/tags/shequ-fuwu"));
    example("suggest", client.get("/v1/search/suggest?q=sheq"));
  }

  private void sync() {
    example("syncContent", client.get("/v1/sync?types=article,edition&limit=6"));
    String account = client.get("/v1/accounts/@chenguang").text("id");
    Map<String, Object> request = Map.of("accounts", List.of(account), "limit", 5);
    files.request("syncContentByPost", request);
    example("syncContentByPost", client.post("/v1/sync", request));
  }

  private void settings() {
    example("listDeskAccounts", client.get("/v1/desk/accounts"));
    String id = client.get("/v1/accounts/@yujian-shequ").text("id");
    Client.Answer account = client.get("/v1/desk/accounts/" + id);
    example("getDeskAccount", account);
    Map<String, Object> intro = Map.of("intro", "豫见社区居民委员会主办。");
    files.request("changeAccount", intro);
    example("changeAccount", client.patch("/v1/desk/accounts/" + id, intro, account.etag()));
    Client.Answer tag = client.get("/v1/desk/tags/shequ-fuwu");
    example("getDeskTag", tag);
    Map<String, Object> name = Map.of("name", "便民服务");
    files.request("changeTag", name);
    example("changeTag", client.patch("/v1/desk/tags/shequ-fuwu", name, tag.etag()));
    synonyms();
  }

  private void synonyms() {
    String path = "/v1/desk/synonyms";
    Map<String, Object> list =
        Map.of(
            "groups",
            List.of(
                Map.of("words", List.of("公积金", "住房公积金")),
                Map.of("words", List.of("找工作", "招聘", "就业"))));
    files.request("changeSynonyms", list);
    example("changeSynonyms", client.put(path, list, client.get(path).etag()));
    example("getSynonyms", client.get(path));
  }

  private void withdraw(String edition) {
    Map<String, Object> why =
        Map.of("class", "error", "publicNote", "时间有误，更正后重新发布。", "internalNote", "教导处来电");
    List<JsonNode> articles = new ArrayList<>();
    client.get("/v1/desk/editions/" + edition).json().path("articles").forEach(articles::add);
    String last = articles.get(articles.size() - 1).path("id").asText();
    files.request("withdrawArticle", why);
    example("withdrawArticle", client.post("/v1/desk/articles/" + last + "/withdraw", why));
    files.request("withdrawEdition", why);
    example("withdrawEdition", client.post("/v1/desk/editions/" + edition + "/withdraw", why));
  }

  private void example(String operation, Client.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError(operation + ": " + answer.status() + " " + answer.json());
    }
    files.answer(operation, answer.json());
  }
}
