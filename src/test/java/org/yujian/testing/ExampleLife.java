package org.yujian.testing;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The life of an edition: scheduled, corrected, taken back, live again; examples of each step. */
final class ExampleLife {
  private static final String DESK_EDITIONS = "/v1/desk/editions/";
  private static final String DESK_ARTICLES = "/v1/desk/articles/";
  private static final String HANDLE = "yujian-shequ";

  private static final String NOTICE =
      """
      # 社区图书角周六开放

      图书角设在居委会二楼，周六上午九点开门，首批上架图书一千二百册。

      欢迎居民把家里的闲书带来交换。（社区文化站）
      """;

  private static final String RIGHT =
      """
      # 社区图书角周六开放

      图书角设在居委会一楼，周六上午九点开门，首批上架图书一千二百册。

      欢迎居民把家里的闲书带来交换。（社区文化站）
      """;

  private final Client client;
  private final ExampleFiles files;

  ExampleLife(Client client, ExampleFiles files) {
    this.client = client;
    this.files = files;
  }

  void tell() {
    Client.Answer report = client.importDocument(HANDLE, NOTICE, false, List.of()).expect(201);
    String edition = report.json().at("/articles/0/editionId").asText();
    String article = report.json().at("/articles/0/articleId").asText();
    schedule(edition);
    client.publish(edition, etag(DESK_EDITIONS + edition)).expect(200);
    correct(article);
    revisions(article);
    again(edition, article);
    purge(article);
    close();
  }

  private void schedule(String edition) {
    Instant at = Clock.systemUTC().instant().plus(Duration.ofDays(1)).truncatedTo(SECONDS);
    Map<String, Object> when = Map.of("at", at.toString().replace("Z", ".000000Z"));
    String path = DESK_EDITIONS + edition;
    files.request("scheduleEdition", when);
    example("scheduleEdition", client.post(path + "/schedule", when, etag(path)));
    example("unscheduleEdition", client.post(path + "/unschedule", Map.of(), etag(path)));
  }

  private void correct(String article) {
    client.importDocument(HANDLE, RIGHT, false, List.of()).expect(201);
    Map<String, Object> why = Map.of("class", "fact", "note", "图书角在一楼，原文误作二楼。");
    String path = DESK_ARTICLES + article;
    files.request("correctArticle", why);
    example("correctArticle", client.post(path + "/corrections", why, etag(path)));
  }

  private void revisions(String article) {
    String path = DESK_ARTICLES + article;
    example("listRevisions", client.get(path + "/revisions"));
    example("getRevision", client.get(path + "/revisions/1"));
    example("compareRevisions", client.get(path + "/revisions/2/diff?with=1"));
    example("restoreRevision", client.post(path + "/revisions/1/restore", Map.of(), etag(path)));
  }

  private void again(String edition, String article) {
    Map<String, Object> why = Map.of("class", "error");
    client.post(DESK_ARTICLES + article + "/withdraw", why).expect(200);
    String path = DESK_ARTICLES + article + "/republish";
    String seen = etag(DESK_ARTICLES + article);
    example("republishArticle", client.post(path, Map.of(), seen));
    client.post(DESK_EDITIONS + edition + "/withdraw", why).expect(200);
    String whole = DESK_EDITIONS + edition;
    example("republishEdition", client.post(whole + "/republish", Map.of(), etag(whole)));
  }

  private void purge(String article) {
    client.post(DESK_ARTICLES + article + "/withdraw", Map.of("class", "rights")).expect(200);
    example("purgeArticle", client.post(DESK_ARTICLES + article + "/purge", Map.of()));
  }

  private void close() {
    Map<String, Object> account = Map.of("handle", "jiu-hao", "name", "旧账号");
    String id = client.post("/v1/desk/accounts", account).expect(201).text("id");
    String path = "/v1/desk/accounts/" + id;
    Map<String, Object> why = Map.of("publicNote", "已并入“豫见社区”。");
    files.request("closeAccount", why);
    example("closeAccount", client.post(path + "/close", why, etag(path)));
  }

  private String etag(String path) {
    return client.get(path).expect(200).etag();
  }

  private void example(String operation, Client.Answer answer) {
    files.answer(operation, answer.expect(200).json());
  }
}
