package org.yujian.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** What is suggested while somebody types, and what is searched in place of pinyin. */
@QuarkusTest
class SuggestTest extends DeskTest {

  /** Names the account that publishes. */
  private static final String FOLLOW = "扫描二维码 关注“测试号”\n\n";

  private static final Path SAMPLE = Path.of("..", "shared", "seed", "000_91c1010d8a424e5f.txt");

  @Inject SessionFactory sessions;
  @Inject NameIndexer indexer;

  private static String path(String q, String... more) {
    String encoded = URLEncoder.encode(q, StandardCharsets.UTF_8);
    return "/v1/search/suggest?q=" + encoded + String.join("", more);
  }

  private JsonPath suggest(String q, String... more) {
    return read(path(q, more));
  }

  private List<String> texts(String q, String... more) {
    return suggest(q, more).getList("items.text");
  }

  private JsonPath search(String q, String... more) {
    return read(path(q, more).replace("/suggest", ""));
  }

  /** Publishes an edition of one article; gives the article's id. */
  private String publish(String title, String text) {
    return new Desk(adminKey())
        .publish(FOLLOW + "# " + title + "\n\n" + text + "\n")
        .getString("articles[0].articleId");
  }

  @Test
  void everyKeystrokeOnTheWayLeadsThere() {
    publish("态度决定一切", "正文。");
    for (String q :
        List.of(
            "t", "ta", "tai", "taid", "taidu", "tai du", "tai'du", "td", "TD", "ｔｄ", "态", "态d",
            "态du", "态度", "態度", "态度j", "taidujd", "tdjdyq")) {
      if (!q.equals("taidujd")) {
        assertThat(texts(q)).as(q).contains("态度决定一切");
      }
    }
    assertThat(texts("taidujd")).isEmpty();
    assertThat(texts("度d")).isEmpty();
    assertThat(suggest("taidu").getList("items[0].highlights"))
        .isEqualTo(List.of(Map.of("field", "text", "start", 0, "end", 2)));
  }

  @Test
  void partsOfATitleAreSuggestedAndWhatSeveralTitlesHaveComesFirst() {
    publish("通知：停水安排", "正文。");
    publish("通知：停电安排", "正文。");
    publish("通行证办理指南", "正文。");
    assertThat(texts("tong").get(0)).isEqualTo("通知");
    assertThat(texts("通")).contains("通知", "通知：停水安排", "通行证办理指南");
    assertThat(texts("tingdian")).contains("停电安排");
    assertThat(texts("tsap")).containsExactly("停水安排");
  }

  @Test
  void allReadingsOfACharacterLeadThere() {
    publish("行长", "正文。");
    publish("重庆来客", "正文。");
    for (String q : List.of("hangzhang", "xingzhang", "hangchang", "hz", "xz")) {
      assertThat(texts(q)).as(q).contains("行长");
    }
    assertThat(texts("chongqing")).contains("重庆来客");
    assertThat(texts("cqlk")).containsExactly("重庆来客");
  }

  @Test
  void lettersAndCharactersMayBeMixed() {
    publish("AI人工智能进社区", "正文。");
    for (String q : List.of("ai人工", "AI人", "ＡＩ 人工", "airengong", "airg", "ai人g", "ai人工zhineng")) {
      assertThat(texts(q)).as(q).contains("AI人工智能进社区");
    }
  }

  @Test
  void accountsAndTagsComeFirstAndFollowTheirNames() {
    String account = account("善治豫园");
    tag("yuyuan");
    publish("豫园灯会", "正文。");
    JsonPath found = suggest("yuyuan");
    assertThat(found.getList("items.type")).containsSubsequence("tag", "term");
    assertThat(found.getList("items.text")).contains("善治豫园", "yuyuan", "豫园灯会");
    assertThat(found.getString("items.find { it.type == 'account' }.accountId")).isEqualTo(account);
    assertThat(found.getString("items.find { it.type == 'tag' }.slug")).isEqualTo("yuyuan");
    assertThat(found.getList("items.type").lastIndexOf("account"))
        .isLessThan(found.getList("items.type").indexOf("term"));
    for (String q : List.of("szyy", "shanzhi", "善治", "yy", "豫园")) {
      assertThat(texts(q)).as(q).contains("善治豫园");
    }
    rename("/v1/desk/accounts/" + account, "老城厢");
    rename("/v1/desk/tags/yuyuan", "灯谜");
    assertThat(texts("szyy")).isEmpty();
    assertThat(suggest("lcx").getList("items.accountId")).containsExactly(account);
    assertThat(suggest("dengmi").getList("items.slug")).containsExactly("yuyuan");
    assertThat(suggest("yuyuan").getList("items.text")).contains("灯谜", "豫园灯会");
  }

  private void rename(String path, String name) {
    ok(
        desk()
            .header("If-Match", desk().get(path).header("ETag"))
            .body(Map.of("name", name))
            .patch(path),
        200);
  }

  @Test
  void whatNoLiveTitleHasIsSuggestedNoMore() {
    String one = publish("通知：花展开幕", "郁金香。");
    String two = publish("通知：花展闭幕", "郁金香。");
    assertThat(texts("tongzhi").get(0)).isEqualTo("通知");
    new Desk(adminKey()).correct(one, FOLLOW + "# 通知：菊展开幕\n\n郁金香。\n");
    assertThat(texts("花展")).containsExactly("花展闭幕", "花展");
    assertThat(texts("jzkm")).containsExactly("菊展开幕");
    new Desk(adminKey()).withdraw(one, "other", "没有花");
    assertThat(texts("juzhan")).isEmpty();
    assertThat(texts("tongzhi").get(0)).isEqualTo("通知");
    new Desk(adminKey()).withdraw(two, "other", "没有花");
    assertThat(texts("tongzhi")).isEmpty();
    assertThat(texts("yujinxiang")).isEmpty();
    assertThat(count("article_term")).isZero();
    assertThat(tables().number("select count(*) from suggestion where kind = 'term'")).isZero();
    assertThat(tables().number("select count(*) from suggestion_key where not of_name")).isZero();
  }

  @Test
  void theIndexerMakesNamesAnew() {
    account("善治豫园");
    tag("yuyuan");
    String all =
        "select text || ' ' || (select count(*) from suggestion_key k"
            + " where k.suggestion_id = s.id) from suggestion s order by kind, text_f";
    List<String> before = tables().texts(all);
    assertThat(before).hasSize(2);
    for (String lost : List.of("select 1", "truncate suggestion, suggestion_key")) {
      tables().run(lost);
      tables().run("update name_search set fold_version = 0");
      indexer.runOnce();
      assertThat(tables().texts(all)).isEqualTo(before);
    }
  }

  @Test
  void wordsOfTheTextsAreFoundByPinyinAndByTheirFirstCharacter() {
    publish("学校周边", "公安分局的认真态度，人大代表满意。");
    publish("别的事", "态度很好。");
    assertThat(texts("taidu")).containsExactly("态度");
    assertThat(texts("rendadaibiao")).containsExactly("人大代表");
    assertThat(texts("xi'an")).isEmpty();
    assertThat(texts("态")).containsExactly("态度");
    assertThat(texts("态度")).containsExactly("态度");
    assertThat(texts("态势")).isEmpty();
    assertThat(suggest("taidu").getMap("instead")).isEqualTo(Map.of("q", "态度", "reason", "pinyin"));
    assertThat(suggest("态度").getMap("instead")).isNull();
  }

  @Test
  void whatCannotBeTypedGetsAClearAnswer() {
    publish("标题", "正文");
    problem(anyone().get("/v1/search/suggest"), 400, "invalid-parameter");
    problem(anyone().get(path(" ")), 400, "invalid-parameter");
    // Somebody is about to type more.
    assertThat(texts("，。！")).isEmpty();
    assertThat(texts("《")).isEmpty();
    problem(anyone().get(path("长".repeat(201))), 400, "invalid-parameter");
    problem(anyone().get(path("标", "&limit=0")), 400, "invalid-parameter");
    problem(anyone().get(path("标", "&limit=21")), 400, "invalid-parameter");
    for (String hostile :
        List.of(
            "%",
            "_b",
            "\\",
            "a\\b",
            "'; drop table suggestion --",
            "(((a",
            "😀",
            "𠮷",
            "e\u0301",
            "长".repeat(200),
            "zhuang".repeat(33),
            "a".repeat(200),
            "xi'".repeat(60),
            "标\u0000",
            "\uDBFF\uDFFF标",
            "ü",
            "lü",
            "标" + "a".repeat(150))) {
      int status = anyone().get(path(hostile)).statusCode();
      assertThat(status).as(hostile).isIn(200, 400);
    }
    assertThat(texts("标\u200b题")).containsExactly("标题");
    assertThat(texts("%题")).doesNotContain("标题");
    String many = IntStream.range(0, 20).mapToObj(i -> "词" + i).collect(joining(" "));
    assertThat(texts(many)).isEmpty();
  }

  /** Beside the two that begin every answer, and four by which the index catches up in tests. */
  @Test
  void noMoreThanAskedForAndTwoStatements() {
    for (int i = 0; i < 12; i++) {
      account("豫园" + i + "号");
      publish("豫园新闻" + i, "豫园的消息。");
    }
    assertThat(texts("yuyuan")).hasSize(8).doesNotHaveDuplicates();
    assertThat(suggest("yuyuan").getList("items.type")).containsSubsequence("account", "term");
    assertThat(texts("yuyuan", "&limit=1")).hasSize(1);
    assertThat(texts("yuyuan", "&limit=20")).hasSize(20).doesNotHaveDuplicates();
    for (String q : List.of("y", "yuyuan", "豫", "豫园", "豫y", "yuyuanxinwen")) {
      assertThat(statements(q)).as(q).isLessThanOrEqualTo(2 + 4 + 2);
    }
  }

  /** With the one that begins the snapshot. */
  private long statements(String q) {
    Statistics statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
    long before = statistics.getPrepareStatementCount();
    texts(q, "&limit=19");
    long cost = statistics.getPrepareStatementCount() - before;
    statistics.setStatisticsEnabled(false);
    assertThat(cost).isPositive();
    return cost;
  }

  @Test
  void anUnchangedAnswerIsNotMadeAnew() {
    publish("记住", "答案");
    String etag = anyone().get(path("jizhu")).header("ETag");
    assertThat(anyone().header("If-None-Match", etag).get(path("jizhu")).statusCode())
        .isEqualTo(304);
    account("记住我");
    assertThat(anyone().header("If-None-Match", etag).get(path("jizhu")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theWordOfTheSampleIsSuggestedAndFound() throws IOException {
    Assumptions.assumeTrue(Files.exists(SAMPLE), "no sample at " + SAMPLE);
    String second =
        new Desk(adminKey()).publish(Files.readString(SAMPLE)).getString("articles[1].articleId");
    assertThat(texts("taidu")).contains("态度");
    assertThat(texts("态")).contains("态度");
    JsonPath found = search("taidu");
    assertThat(found.getString("instead.q")).isEqualTo("态度");
    assertThat(found.getList("items.article.id")).containsExactly(second);
    assertThat(suggest("szyy").getList("items.text")).contains("善治豫园");
    assertThat(texts("jjxyzb")).contains("聚焦校园周边交通 筑牢学生安全屏障", "聚焦校园周边交通");
  }
}
