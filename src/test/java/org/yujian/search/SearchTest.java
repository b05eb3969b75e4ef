package org.yujian.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.search.SearchFixtures.FOLLOW;
import static org.yujian.search.SearchFixtures.encoded;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** What is found, in which order, and that it is true at once. */
@QuarkusTest
class SearchTest extends DeskTest {

  private JsonPath search(String q, String... more) {
    return read("/v1/search?match=exact&q=" + encoded(q) + String.join("", more));
  }

  private List<String> titles(String q, String... more) {
    return search(q, more).getList("items.findAll { it.article != null }.article.title");
  }

  private String publish(String title, String... paragraphs) {
    return SearchFixtures.publish(new Desk(adminKey()), title, paragraphs);
  }

  @Test
  void aWordOfTwoCharactersIsFoundInTheMiddleOfASentence() {
    publish("社区花园", "居民们以认真的态度讨论了方案。");
    publish("街道会议", "会议讨论了另一件事。");
    JsonPath found = search("态度");
    assertThat(found.getList("items.article.title")).containsExactly("社区花园");
    assertThat(found.getMap("total")).isEqualTo(Map.of("value", 1, "relation", "eq"));
    Map<String, Object> highlight = found.getMap("items[0].highlights[0]");
    assertThat(highlight)
        .containsEntry("field", "body")
        .containsEntry("start", 7)
        .containsEntry("end", 9);
    String block =
        read("/v1/articles/" + found.getString("items[0].article.id") + "?body=blocks")
            .getString("blocks[0].id");
    assertThat(highlight).containsEntry("blockId", block);
  }

  @Test
  void whatHasItInTheTitleComesFirst() {
    publish("垃圾分类新规", "正文。");
    publish("其他消息", "今天讲垃圾分类。");
    publish("再说一件", "垃圾分类，人人有责。");
    assertThat(titles("垃圾分类")).containsExactly("垃圾分类新规", "再说一件", "其他消息");
  }

  @Test
  void traditionalWideAndCapitalLettersAreTheSame() {
    publish("區人大視察", "ＡＩ人工智能与第088号建议，4月10日。");
    for (String q : List.of("区人大", "區人大", "AI", "ai", "ａｉ", "ai人工", "人工智能", "088", "4月10日")) {
      assertThat(titles(q)).as(q).containsExactly("區人大視察");
    }
    for (String q : List.of("AI 人工智能", "\"第088号建议\"", "“第088号建议”", "视", "建议，4月")) {
      assertThat(titles(q)).as(q).containsExactly("區人大視察");
    }
    assertThat(titles("人工 大智")).isEmpty();
    assertThat(titles("\"AI 人工智能\"")).isEmpty();
  }

  @Test
  void severalTermsMustAllBeThereAndTheBestFitComesFirst() {
    publish("学校周边的交通", "老师们参加。");
    publish("交通简讯", "学校开学，学校放学。");
    publish("天气", "学校与交通都不受影响。");
    publish("只有学校", "没有别的。");
    assertThat(titles("学校 交通")).containsExactly("学校周边的交通", "交通简讯", "天气");
  }

  @Test
  void oneOfSeveralTermsMayBeTheNameOfTheAccount() {
    String account = account("豫园街道");
    String edition =
        ok(
                desk()
                    .body(
                        "{\"accountId\": \""
                            + account
                            + "\", \"articles\": [{\"title\": \"防汛\", \"html\": \"<p>巡查泵站</p>\"}]}")
                    .post("/v1/desk/editions"),
                201)
            .getString("id");
    ok(
        desk()
            .header("If-Match", desk().get("/v1/desk/editions/" + edition).header("ETag"))
            .post("/v1/desk/editions/" + edition + "/publish"),
        200);
    publish("别处", "巡查泵站");
    JsonPath both = search("豫园 泵站");
    assertThat(both.getList("items.article.title")).containsExactly("防汛");
    assertThat(both.getList("items[0].highlights.field")).containsExactly("account", "body");
    assertThat(both.getList("items[0].highlights.start")).containsExactly(0, 2);
    assertThat(titles("豫园 街道 泵站")).containsExactly("防汛");
    assertThat(titles("豫园 街道 巡查 没有")).isEmpty();
    assertThat(search("泵站 豫园 街道").getMap("total")).containsEntry("value", 1);
    JsonPath first = search("豫园");
    assertThat(first.getString("items[0].type")).isEqualTo("account");
    assertThat(first.getString("items[0].account.id")).isEqualTo(account);
    assertThat(first.getList("items")).hasSize(1);
    assertThat(search("豫园", "&type=accounts").getList("items.account.name"))
        .containsExactly("豫园街道");
  }

  @Test
  void accountsAndTagsFollowTheirNames() {
    String account = account("老名字");
    tag("jiaotong");
    assertThat(search("jiaotong", "&type=tags").getList("items.tag.slug"))
        .containsExactly("jiaotong");
    ok(
        desk()
            .header("If-Match", desk().get("/v1/desk/accounts/" + account).header("ETag"))
            .body(Map.of("name", "新称呼"))
            .patch("/v1/desk/accounts/" + account),
        200);
    assertThat(search("老名字", "&type=accounts").getList("items")).isEmpty();
    assertThat(search("新称", "&type=accounts").getList("items.account.id")).containsExactly(account);
    assertThat(search("新称呼", "&type=accounts").getList("items[0].highlights.field"))
        .containsExactly("name");
  }

  @Test
  void itIsTrueAtOnceWhenSomethingIsCorrectedOrTakenBack() {
    String article = publish("花展", "郁金香开了。");
    assertThat(titles("郁金香")).containsExactly("花展");
    new Desk(adminKey()).correct(article, FOLLOW + "# 花展\n\n牡丹开了。\n");
    assertThat(titles("郁金香")).isEmpty();
    assertThat(titles("牡丹")).containsExactly("花展");
    new Desk(adminKey()).withdraw(article, "other", "没有花");
    assertThat(titles("牡丹")).isEmpty();
  }

  @Test
  void numbersThatStandAloneComeBeforeLongerOnes() {
    publish("121路改道", "121路绕行。");
    publish("出行提示", "21路末班车推迟。");
    publish("21路改道", "请乘21路的居民留意。");
    publish("通知", "321路停运。");
    assertThat(titles("21路")).containsExactly("21路改道", "出行提示", "121路改道", "通知");
    assertThat(titles("21路 改道")).containsExactly("21路改道", "121路改道");
    assertThat(titles("121")).containsExactly("121路改道");
  }

  @Test
  void aRareWordHasItsPlaceBehindManyOfAUsualOne() {
    publish("长文", "段落。".repeat(80) + "末尾才有的路灯。");
    List<Map<String, Object>> places = search("段落 路灯").getList("items[0].highlights");
    assertThat(places).hasSize(50);
    assertThat(places.get(49)).containsEntry("start", 80 * 3 + 5).containsEntry("end", 80 * 3 + 7);
  }

  @Test
  void pagesFitTogetherWhileSomethingIsPublished() {
    for (int i = 0; i < 7; i++) {
      publish("第" + i + "期简报", "内容" + i);
      publish("第" + i + "则消息", "简报里说过的内容");
    }
    for (String q : List.of("简报", "简报 内容")) {
      JsonPath first = search(q, "&limit=5");
      List<String> all = new ArrayList<>(first.getList("items.article.title"));
      List<String> expected = titles(q);
      publish("又一期简报", "简报内容");
      String next = first.getString("next");
      while (next != null) {
        JsonPath page = search(q, "&limit=5&cursor=" + next);
        all.addAll(page.getList("items.article.title"));
        next = page.getString("next");
      }
      assertThat(all).as(q).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void filtersNarrowIt() {
    publish("绿化一", "种树");
    String second = publish("绿化二", "种树");
    tag("lvhua");
    ok(desk().put("/v1/desk/articles/" + second + "/tags/lvhua"), 200);
    assertThat(titles("种树", "&tag=lvhua")).containsExactly("绿化二");
    String account = read("/v1/articles/" + second).getString("accountId");
    assertThat(titles("种树", "&account=" + account)).hasSize(2);
    assertThat(titles("种树", "&to=2020-01-01")).isEmpty();
    assertThat(titles("种树", "&from=2020-01-01&to=2999-12-31")).hasSize(2);
  }

  @Test
  void anUnknownAccountOrTagIsNotFound() {
    String article = publish("绿化", "种树");
    String path = "/v1/search?match=exact&q=" + encoded("种树");
    for (String type : List.of("", "&type=articles")) {
      for (String account : List.of("@nobody", "0190a000-0000-7000-8000-000000000000")) {
        problem(anyone().get(path + type + "&account=" + account), 404, "account-not-found");
      }
      problem(anyone().get(path + type + "&tag=nichts"), 404, "tag-not-found");
    }
    problem(anyone().get(path + "&account=nobody"), 400, "invalid-parameter");
    // The answer is not kept: a tag that is made later is found.
    tag("nichts");
    assertThat(titles("种树", "&tag=nichts")).isEmpty();
    ok(desk().put("/v1/desk/articles/" + article + "/tags/nichts"), 200);
    assertThat(titles("种树", "&tag=nichts")).containsExactly("绿化");
  }

  @Test
  void whatCannotBeAQuestionGetsAClearAnswer() {
    publish("标题", "正文");
    String path = "/v1/search?match=exact&q=";
    problem(anyone().get("/v1/search"), 400, "invalid-parameter");
    problem(anyone().get(path), 400, "invalid-parameter");
    problem(anyone().get(path + encoded("，。！")), 400, "invalid-parameter");
    problem(anyone().get(path + encoded("长".repeat(400))), 400, "invalid-parameter");
    problem(anyone().noFilters().get(path + encoded("长".repeat(1_000))), 414, "uri-too-long");
    String many = IntStream.range(0, 20).mapToObj(i -> "词" + i).collect(joining(" "));
    problem(anyone().get(path + encoded(many)), 400, "invalid-parameter");
    problem(anyone().get(path + encoded("标题") + "&type=people"), 400, "invalid-parameter");
    problem(anyone().get(path + encoded("标题") + "&cursor=abc"), 400, "invalid-cursor");
    String days = "&from=2026-02-01&to=2026-01-31";
    problem(anyone().get(path + encoded("标题") + days), 400, "invalid-parameter");
    for (String hostile : List.of("_%_", "\\", "\"", "“", "(((", "\u200b", "\ud800", "'; --")) {
      problem(anyone().get(path + encoded(hostile)), 400, "invalid-parameter");
    }
    for (String odd :
        List.of("%' or 1=1 --", "a\\b", "标题\"", "😀", "𠮷", "e\u0301", "长".repeat(200))) {
      assertThat(anyone().get(path + encoded(odd)).statusCode()).as(odd).isEqualTo(200);
    }
    String longest = IntStream.range(0, 16).mapToObj(i -> i + "路长于十二字词语" + i).collect(joining(" "));
    assertThat(anyone().get(path + encoded(longest)).statusCode()).isEqualTo(200);
    assertThat(titles("标\u200b题")).containsExactly("标题");
    assertThat(titles("%题")).isEmpty();
  }

  @Test
  void anUnchangedAnswerIsNotMadeAnew() {
    publish("记住", "答案");
    String path = "/v1/search?match=exact&q=" + encoded("答案");
    String etag = anyone().get(path).header("ETag");
    assertThat(anyone().header("If-None-Match", etag).get(path).statusCode()).isEqualTo(304);
    publish("又一篇", "答案");
    assertThat(anyone().header("If-None-Match", etag).get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void signsOfOtherLanguagesAreThemselves() {
    for (String text : List.of("a_b", "a\\b", "100%", "c++", "x:y", "(1)", "\"q\"")) {
      publish("记号", "这里有 " + text + " 和别的。");
    }
    publish("别的", "axb ab 1000 c x y 1 q");
    // Each stands in one text alone: no sign is a pattern, or part of a language of questions.
    for (String q : List.of("a_b", "a\\b", "100%", "c++", "x:y", "(1)")) {
      JsonPath page = search(q, "&type=articles");
      assertThat(page.getList("items")).as(q).hasSize(1);
      assertThat(page.getString("items[0].article.title")).as(q).isEqualTo("记号");
    }
    assertThat(titles("a%b")).isEmpty();
    assertThat(titles("a.b")).isEmpty();
  }
}
