package org.yujian.search.synonym;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** Synonyms at the desk, and what a search finds by them. */
@QuarkusTest
class SynonymTest extends DeskTest {

  private static final String API = "/v1/desk/synonyms";

  private Response put(String etag, List<List<String>> groups) {
    List<Map<String, List<String>>> body =
        groups.stream().map(words -> Map.of("words", words)).toList();
    return desk().header("If-Match", etag).body(Map.of("groups", body)).put(API);
  }

  private JsonPath write(List<List<String>> groups) {
    return ok(put(desk().get(API).header("ETag"), groups), 200);
  }

  private String publish(String title, String text) {
    return new Desk(adminKey())
        .publish("扫描二维码 关注“测试号”\n\n# " + title + "\n\n" + text + "\n")
        .getString("articles[0].articleId");
  }

  private static String path(String q, String... more) {
    String encoded = URLEncoder.encode(q, StandardCharsets.UTF_8);
    return "/v1/search?q=" + encoded + String.join("", more);
  }

  private JsonPath search(String q, String... more) {
    return read(path(q, more));
  }

  private List<String> titles(JsonPath page) {
    return page.getList("items.findAll { it.article != null }.article.title");
  }

  @Test
  void aWordFindsArticlesWithASynonymOnly() {
    publish("春季招聘会", "五十家企业提供岗位。");
    publish("天气", "明天多云。");
    assertThat(titles(search("找工作"))).isEmpty();
    write(List.of(List.of("找工作", "招聘", "就业")));
    for (String q : List.of("找工作", "怎么找工作？", "尋工作 找工作")) {
      JsonPath found = search(q);
      assertThat(titles(found)).as(q).containsExactly("春季招聘会");
      assertThat(found.getString("items[0].match")).isEqualTo("relaxed");
      assertThat(found.getList("synonyms"))
          .isEqualTo(List.of(Map.of("term", "找工作", "words", List.of("招聘", "就业"))));
      assertThat(found.getMap("items[0].highlights[0]"))
          .isEqualTo(Map.of("field", "title", "start", 2, "end", 4));
    }
    JsonPath exact = search("找工作", "&match=exact");
    assertThat(titles(exact)).isEmpty();
    assertThat(exact.getList("synonyms")).isNull();
    write(List.of());
    assertThat(titles(search("找工作"))).isEmpty();
  }

  @Test
  void exactHitsComeFirstAndPartsOfTheWordAreNotFoundBesideThem() {
    publish("找工作的门路", "人才市场每周六开放。");
    publish("春季招聘会", "五十家企业提供岗位。");
    publish("工作总结", "今年的工作。");
    write(List.of(List.of("找工作", "招聘")));
    JsonPath found = search("找工作");
    assertThat(titles(found)).containsExactly("找工作的门路", "春季招聘会");
    assertThat(found.getList("items.match")).containsExactly("exact", "relaxed");
    assertThat(found.getMap("total")).isEqualTo(Map.of("value", 2, "relation", "eq"));
    assertThat(titles(search("招聘"))).containsExactly("春季招聘会", "找工作的门路");
  }

  @Test
  void charactersWidthAndCaseMakeNoDifference() {
    publish("无线网络开通", "全馆覆盖。");
    write(List.of(List.of("ＷＩＦＩ", "無線網絡"), List.of("市民", "居民")));
    assertThat(titles(search("wifi"))).containsExactly("无线网络开通");
    assertThat(search("WiFi").getList("synonyms.words")).isEqualTo(List.of(List.of("无线网络")));
    assertThat(search("天气").getList("synonyms")).isNull();
  }

  @Test
  void pagesGoOnWithTheSynonymsThatTheyBeganWith() {
    List<String> all = new ArrayList<>(List.of("找工作的门路"));
    publish("找工作的门路", "人才市场每周六开放。");
    for (int i = 0; i < 5; i++) {
      publish("招聘会第" + i + "场", "提供岗位。");
      all.add("招聘会第" + i + "场");
    }
    write(List.of(List.of("找工作", "招聘")));
    List<String> seen = new ArrayList<>();
    JsonPath page = search("找工作", "&limit=2");
    String first = page.getString("next");
    for (String next = first; next != null; next = page.getString("next")) {
      seen.addAll(titles(page));
      page = search("找工作", "&limit=2&cursor=" + next);
      assertThat(page.getList("synonyms")).hasSize(1);
    }
    seen.addAll(titles(page));
    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    write(List.of(List.of("找工作", "求职")));
    problem(anyone().get(path("找工作", "&limit=2&cursor=" + first)), 400, "invalid-cursor");
  }

  @Test
  void aCachedSearchAndEveryNodesCopyFollowTheChangeLog() {
    publish("春季招聘会", "提供岗位。");
    Response before = anyone().get(path("求职"));
    assertThat(before.header("Cache-Control")).contains("max-age");
    long rows = count("change");
    write(List.of(List.of("求职", "招聘")));
    assertThat(count("change")).isEqualTo(rows + 1);
    Response after = anyone().header("If-None-Match", before.header("ETag")).get(path("求职"));
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(titles(JsonPath.of(after))).containsExactly("春季招聘会");
    // Whoever syncs is told of no tag.
    assertThat(read("/v1/sync?types=tag").getList("changes")).isEmpty();
    // The same list again changes nothing.
    write(List.of(List.of("求职", "招聘")));
    assertThat(count("change")).isEqualTo(rows + 1);
  }

  @Test
  void aChangeNamesTheVersionThatItsEditorSaw() {
    JsonPath none = ok(desk().get(API), 200);
    assertThat(none.getList("groups")).isEmpty();
    assertThat(none.getString("changedAt")).isNull();
    String first = desk().get(API).header("ETag");
    problem(desk().body(Map.of("groups", List.of())).put(API), 428, "precondition-required");
    JsonPath made = ok(put(first, List.of(List.of(" 公积金 ", "住房公积金"))), 200);
    assertThat(made.getList("groups.words")).isEqualTo(List.of(List.of("公积金", "住房公积金")));
    assertThat(made.getString("changedAt")).isNotNull();
    JsonPath stale = problem(put(first, List.of()), 412, "precondition-failed");
    assertThat(stale.getString("changedBy")).isNotNull();
    problem(
        desk(key(Set.of("admin"), account("甲")))
            .header("If-Match", "\"v1\"")
            .body(Map.of("groups", List.of()))
            .put(API),
        403,
        "key-limited");
    assertThat(ok(desk().get(API), 200).getList("groups")).hasSize(1);
  }

  @Test
  void limitsAndMisfitsAreNamed() {
    List<List<String>> many =
        IntStream.range(0, 501).mapToObj(i -> List.of("甲" + i, "乙" + i)).toList();
    refused(many, "/groups", "size");
    refused(List.of(List.of("一个")), "/groups/0/words", "size");
    refused(List.of(List.of("一", "二", "三", "四", "五", "六")), "/groups/0/words", "size");
    refused(List.of(List.of("长".repeat(33), "短")), "/groups/0/words/0", "length");
    refused(List.of(List.of("a", " ")), "/groups/0/words/1", "blank");
    refused(List.of(List.of("a", "b\u202ec")), "/groups/0/words/1", "plain-line");
    refused(List.of(List.of("a", "。！")), "/groups/0/words/1", "search-word");
    refused(List.of(List.of("a", "b，c")), "/groups/0/words/1", "pattern");
    refused(List.of(List.of("公积金", "b"), List.of("c", "公積金")), "/groups/1/words/1", "duplicate");
    refused(List.of(List.of("a", "Ａ")), "/groups/0/words/1", "duplicate");
    List<List<String>> most =
        IntStream.range(0, 500)
            .mapToObj(i -> IntStream.range(0, 5).mapToObj(j -> i + "词" + j).toList())
            .toList();
    assertThat(write(most).getList("groups")).hasSize(500);
    assertThat(search("7词3").getList("synonyms")).isNull();
  }

  private void refused(List<List<String>> groups, String pointer, String code) {
    JsonPath problem = problem(put(desk().get(API).header("ETag"), groups), 422, "invalid-body");
    assertThat(problem.getList("errors.pointer")).contains(pointer);
    assertThat(problem.getString("errors.find { it.pointer == '" + pointer + "' }.code"))
        .isEqualTo(code);
  }
}
