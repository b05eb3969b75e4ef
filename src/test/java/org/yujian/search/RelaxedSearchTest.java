package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.search.SearchFixtures.encoded;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** Questions as people type them, behind what fits exactly. */
@QuarkusTest
class RelaxedSearchTest extends DeskTest {

  private JsonPath search(String q, String... more) {
    return read("/v1/search?q=" + encoded(q) + String.join("", more));
  }

  private List<String> titles(JsonPath page) {
    return page.getList("items.findAll { it.article != null }.article.title");
  }

  private String publish(String title, String... paragraphs) {
    return SearchFixtures.publish(new Desk(adminKey()), title, paragraphs);
  }

  @Test
  void aQuestionFindsWhatHasItsWords() {
    publish("住房公积金提取办法", "职工购买住房的，可以提取本人账户内的公积金。");
    publish("天气", "明天多云。");
    JsonPath found = search("公积金怎么提取？");
    assertThat(titles(found)).containsExactly("住房公积金提取办法");
    assertThat(found.getString("items[0].match")).isEqualTo("relaxed");
    assertThat(found.getMap("total")).isEqualTo(Map.of("value", 1, "relation", "eq"));
    Map<String, Object> highlight = found.getMap("items[0].highlights[0]");
    assertThat(highlight).containsEntry("field", "title").containsEntry("start", 2);
    assertThat(titles(search("公积金怎么提取？", "&match=exact"))).isEmpty();
  }

  @Test
  void whatFitsExactlyComesFirst() {
    publish("小学入学报名开始", "家长带上户口簿。");
    publish("通知", "小学报名的时间改了。");
    JsonPath found = search("小学报名");
    assertThat(titles(found)).containsExactly("通知", "小学入学报名开始");
    assertThat(found.getList("items.match")).containsExactly("exact", "relaxed");
    assertThat(found.getMap("total")).isEqualTo(Map.of("value", 2, "relation", "eq"));
  }

  @Test
  void aHomophoneAndAWrongCharacterAreForgiven() {
    publish("养老金上调", "退休人员的基本养老金从今年一月起上调百分之三。");
    publish("天气", "明天多云。");
    assertThat(titles(search("养老今上调"))).containsExactly("养老金上调");
    assertThat(titles(search("退休人员的基本养老金从今年一月起上涨百分之三"))).containsExactly("养老金上调");
  }

  @Test
  void whatIsWrittenLaterIsFoundAtOnceAndWhatIsTakenBackIsNot() {
    String id = publish("垃圾分类积分兑换", "每月一次。");
    assertThat(titles(search("积分怎么兑换垃圾分类"))).containsExactly("垃圾分类积分兑换");
    new Desk(adminKey()).withdraw(id, "other", "");
    assertThat(titles(search("积分怎么兑换垃圾分类"))).isEmpty();
  }

  @Test
  void draftsAreNotFound() {
    String account = account("水务");
    Map<String, Object> article = Map.of("title", "水价听证会", "html", "<p>公布水价方案。</p>");
    ok(
        desk()
            .body(Map.of("accountId", account, "articles", List.of(article)))
            .post("/v1/desk/editions"),
        201);
    assertThat(titles(search("水价怎么听证"))).isEmpty();
  }

  @Test
  void pagesAreWithoutDoublesWhileOthersPublish() {
    for (int i = 0; i < 23; i++) {
      publish("老年食堂" + i, "老年食堂开到第" + i + "号，中午供应。");
    }
    String q = "老年人的食堂中午怎么供应";
    List<String> seen = new ArrayList<>();
    JsonPath page = search(q, "&limit=5");
    assertThat(page.getMap("total")).isEqualTo(Map.of("value", 23, "relation", "eq"));
    String next = page.getString("next");
    seen.addAll(titles(page));
    while (next != null) {
      publish("老年食堂新" + seen.size(), "老年食堂中午供应。");
      page = search(q, "&limit=5&cursor=" + next);
      seen.addAll(titles(page));
      next = page.getString("next");
    }
    assertThat(new HashSet<>(seen)).hasSameSizeAs(seen).hasSize(23);
  }

  @Test
  void aCursorBelongsToItsSearch() {
    for (int i = 0; i < 3; i++) {
      publish("夜校开班" + i, "夜校书法班招生。");
    }
    String q = "夜校怎么招生";
    String next = search(q, "&limit=1").getString("next");
    assertThat(next).isNotNull();
    for (String other : List.of("&match=exact", "&type=accounts", "&from=2020-01-01")) {
      String address = "/v1/search?q=" + encoded(q) + other + "&limit=1&cursor=" + next;
      assertThat(desk().get(address).jsonPath().getString("code")).isEqualTo("invalid-cursor");
    }
    String damaged = next.substring(0, next.length() - 2) + "AA";
    String address = "/v1/search?q=" + encoded(q) + "&limit=1&cursor=" + damaged;
    assertThat(desk().get(address).statusCode()).isEqualTo(400);
  }

  @Test
  void filtersHoldForThemToo() {
    publish("地铁延伸", "地铁延伸线站点公布。");
    String account = account("别的号");
    assertThat(titles(search("地铁站点怎么延伸"))).containsExactly("地铁延伸");
    assertThat(titles(search("地铁站点怎么延伸", "&account=" + account))).isEmpty();
    assertThat(titles(search("地铁站点怎么延伸", "&to=2000-01-01"))).isEmpty();
    assertThat(search("地铁站点怎么延伸", "&type=tags").getList("items")).isEmpty();
  }
}
