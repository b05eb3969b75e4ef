package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** The sample of a first start: there at once, off by a setting, taken away whole. */
class SampleIT {

  private static final List<String> TABLES =
      List.of(
          "account",
          "edition",
          "article",
          "article_draft",
          "article_revision",
          "article_tag",
          "tag",
          "follow_target",
          "edition_follow_target",
          "placement",
          "import_job",
          "scan",
          "follow",
          "follow_event",
          "article_state",
          "account_counter");

  private static final String OWN =
      """
      扫描二维码 关注“柳荫社区”

      # 自己写的一篇

      示例去掉以后，这一篇还在。
      """;

  private Program program;

  @AfterEach
  void end() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void theFirstStartShowsASampleThatRemoveTakesAwayWhole() throws Exception {
    Path folder = Folders.empty("sample").resolve("data");
    program = Program.start(folder);
    JsonNode articles = json("/v1/articles");
    assertThat(json("/v1/accounts").get("items")).hasSize(2);
    assertThat(json("/v1/editions").get("items")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(json("/v1/tags").get("items")).isNotEmpty();
    assertThat(titles(articles)).contains("老菜场改造完工 周六起试营业");
    long logged = count("change");

    assertThat(remove(folder)).anyMatch(line -> line.contains("The sample is gone: 4 editions"));
    // The command is another process: the running node reads of it in the log.
    program.await("the feed without the sample", this::noArticles);
    assertThat(notEmpty()).isEmpty();
    // Who followed the log before learns that each thing went.
    assertThat(count("change")).isGreaterThan(logged);
    assertThat(remove(folder)).anyMatch(line -> line.contains("There is no sample"));

    program.stop();
    program = Program.start(folder);
    assertThat(titles(json("/v1/articles"))).as("it does not come back").isEmpty();
  }

  @Test
  void whatOneMadeOneselfStays() throws Exception {
    Path folder = Folders.empty("sample-own").resolve("data");
    program = Program.start(folder);
    byte[] own = OWN.getBytes(StandardCharsets.UTF_8);
    assertThat(new ImportClient(program).post("own.txt", own, true, "通知").statusCode())
        .isEqualTo(201);
    remove(folder);
    assertThat(titles(json("/v1/articles"))).containsExactly("自己写的一篇");
    assertThat(json("/v1/accounts").get("items")).hasSize(1);
    assertThat(json("/v1/tags").get("items")).hasSize(1);
    assertThat(json("/v1/follow-targets").get("items")).hasSize(1);
  }

  /** As somebody leaves it who tried the sample: scanned, followed, marked, followers tagged. */
  @Test
  void whatReadersDidWithItGoesToo() throws Exception {
    Path folder = Folders.empty("sample-read").resolve("data");
    program = Program.start(folder);
    Client desk = new Client(program.baseUrl(), program.adminKey());
    Client phone =
        desk.with(desk.post("/v1/devices", Map.of("name", "一")).expect(201).text("accessToken"));
    JsonNode target = json("/v1/follow-targets").get("items").get(0);
    JsonNode placement =
        desk.post(
                "/v1/desk/follow-targets/" + target.get("id").asText() + "/placements",
                Map.of("label", "门口", "medium", "print"))
            .expect(201)
            .json();
    phone.post("/v1/me/scans", Map.of("code", placement.get("code").asText())).expect(200);
    json("/v1/accounts")
        .get("items")
        .forEach(one -> phone.put("/v1/me/follows/" + one.get("id").asText(), Map.of()));
    String article = json("/v1/articles").get("items").get(0).get("id").asText();
    Map<String, Object> star =
        Map.of("clientSeq", 1, "articleId", article, "star", true, "at", Instant.now().toString());
    phone.post("/v1/me/states", Map.of("ops", List.of(star))).expect(200);
    assertThat(List.of(count("scan"), count("follow"), count("article_state")))
        .allMatch(rows -> rows > 0);
    assertThat(remove(folder)).anyMatch(line -> line.contains("The sample is gone"));
    assertThat(notEmpty()).isEmpty();
    assertThat(phone.get("/v1/me/follows").expect(200).json().get("items")).isEmpty();
  }

  @Test
  void oneSettingKeepsItAway() throws Exception {
    program = Program.start(Folders.empty("sample-off").resolve("data"), "yujian.sample=false");
    assertThat(titles(json("/v1/articles"))).isEmpty();
    assertThat(count("change")).isZero();
  }

  private boolean noArticles() {
    return program.get("/v1/articles").body().contains("\"items\":[]");
  }

  private static List<String> remove(Path folder) {
    try (Program command = Program.launch(folder, List.of(), List.of("sample", "remove"))) {
      assertThat(command.awaitExit()).isZero();
      return command.lines();
    }
  }

  private JsonNode json(String path) throws Exception {
    return ImportClient.json(program.get(path));
  }

  private static List<String> titles(JsonNode page) {
    List<String> titles = new ArrayList<>();
    page.get("items").forEach(item -> titles.add(item.get("title").asText()));
    return titles;
  }

  private Set<String> notEmpty() throws Exception {
    Set<String> left = new TreeSet<>();
    for (String table : TABLES) {
      if (count(table) > 0) {
        left.add(table);
      }
    }
    return left;
  }

  private long count(String table) throws Exception {
    try (Connection connection = program.database();
        ResultSet rows =
            connection.createStatement().executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
