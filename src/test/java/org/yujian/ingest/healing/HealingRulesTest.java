package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Design section 7, rules 2–8 and 10, sentence by sentence; rule 4a has its own test. */
class HealingRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "扫描二维码 关注“善治豫园”",
        "扫一扫 关注「善治豫园」",
        "长按识别二维码，关注『善治豫园』",
        "识别图中二维码　关注\"善治豫园\"",
        "扫描下方二维码关注“善治豫园”",
        "请扫码关注微信公众号“善治豫园”",
        "掃描二維碼 關注「善治豫园」"
      })
  void aFollowLineIsATargetWhereverItStands(String line) {
    Document document = Heal.text(line, "# 题", "持续用", line, "力。");
    assertThat(document.followTargets())
        .extracting(FollowMention::name, FollowMention::line, FollowMention::article)
        .containsExactly(tuple("善治豫园", 1, null), tuple("善治豫园", 4, 1));
    assertThat(document.articles().get(0).body().lines()).containsExactly("持续用力。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "居民可以扫描二维码关注“善治豫园”。",
        "扫描二维码关注“善治豫园“",
        "扫描二维码 关注善治豫园",
        "扫描二维码 关注“善治豫园”，了解更多",
        "今天我们扫描二维码关注“善治豫园”"
      })
  void theSameWordsInsideASentenceAreText(String line) {
    assertThat(Heal.text("# 题", line).followTargets()).isEmpty();
  }

  @Test
  void onlyFollowLinesMakeNoArticle() {
    Document document = Heal.text("扫描二维码 关注“善治豫园”");
    assertThat(document.articles()).isEmpty();
    assertThat(Heal.codes(document)).contains("document.no-article");
  }

  @Test
  void titlesSubtitlesAndHeadings() {
    Document document =
        Heal.text("# 一", "", "## 副题", "甲。", "## 小标题", "### 更小", "# 二", "乙。", "## 后来的");
    HealedArticle first = document.articles().get(0);
    assertThat(first.subtitle()).isEqualTo("副题");
    assertThat(first.body().lines()).containsExactly("甲。", "小标题", "更小");
    assertThat(document.articles().get(1).subtitle()).isNull();
    assertThat(document.articles().get(1).body().lines()).containsExactly("乙。", "后来的");
  }

  @Test
  void aTopicIsNoTitle() {
    assertThat(Heal.body("#豫园# 真美。", "#豫园#真美。")).hasSize(2);
  }

  @Test
  void aTitleIsNeverJoined() {
    Document document = Heal.text("# 没有写完的题目，", "正文。", "未完的正文", "# 下一题");
    assertThat(document.articles())
        .extracting(HealedArticle::title)
        .containsExactly("没有写完的题目，", "下一题");
    assertThat(document.articles().get(0).joins()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"完。", "完！", "完？", "完…", "完……", "“完。”", "（完。）", "完！』", "完。（记者 张三）", "好吗?"})
  void aFinishedBlockIsNotContinued(String end) {
    assertThat(Heal.body(end, "另一段。")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"一是，", "一是、", "一是；", "一是：", "一是——", "一是（", "“一是。“", "《一是》", "一是", "一是——"})
  void anUnfinishedBlockIsContinued(String left) {
    assertThat(Heal.body("前文。", left, "二是。")).containsExactly("前文。", left + "二是。");
  }

  @Test
  void noBlockBeginsWithAClosingMarkOrAComma() {
    assertThat(Heal.body("他说：“很好。", "”大家笑了。")).containsExactly("他说：“很好。”大家笑了。");
    assertThat(Heal.body("他来了（笑。", "）")).containsExactly("他来了（笑。）");
    assertThat(Heal.body("真的？", "！")).containsExactly("真的？！");
    assertThat(Heal.body("等等…", "…")).containsExactly("等等……");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\n\n", "\n\n\n\n\n", "\n \n\t\n\u3000\n"})
  void blankLinesAreNotCounted(String between) {
    assertThat(Heal.body("持" + between + "续用力。" + between + "下一段。"))
        .containsExactly("持续用力。", "下一段。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\f", "---", "— 3 —", "[图片]", "![图](a.jpg)"})
  void pageBreaksAndPicturesDoNotStopAJoin(String between) {
    HealedArticle article = Heal.article("持", between, "续用力。");
    assertThat(article.body().lines()).containsExactly("持续用力。");
    assertThat(article.joins()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "发放2,3~00户。~发放2,300户。",
        "发放2,~300户。~发放2,300户。",
        "增长3.~5%。~增长3.5%。",
        "增长3~.5%。~增长3.5%。",
        "增长35~%。~增长35%。",
        "使用Web~Site搭建。~使用Web Site搭建。",
        "使用App~搭建。~使用App搭建。",
        "共有9~项。~共有9项。",
        "名叫カタ~カナ。~名叫カタカナ。",
        "𠮷野~𠮷屋。~𠮷野𠮷屋。",
        "Yu~(Garden)。~Yu (Garden)。",
      })
  void halvesMeetAsTheirWritingWants(String left, String right, String joined) {
    assertThat(Heal.body("近日，" + left, right)).containsExactly("近日，" + joined);
  }

  @Test
  void offsetsCountCodePoints() {
    Join join = Heal.article("𠮷野家𠮷，", "好。").joins().get(0);
    assertThat(join.offset()).isEqualTo(5);
  }

  @Test
  void englishParagraphsStayApart() {
    assertThat(
            Heal.body("This is the first paragraph.", "This is the second one,", "which goes on."))
        .containsExactly("This is the first paragraph.", "This is the second one, which goes on.");
    assertThat(Heal.body("详见www.example.", "org网站。")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "正文。（党群办）",
        "正文。”（党群办）",
        "正文。 （党群办）",
        "正文。\n（党群办）",
        "正文。（党\n群办）",
        "正文。（\n\n党群办）",
        "正文。(党群办)",
        "正文……（ 党群办 ）",
        "正文\n。（党群办）",
        "正文。（党群办\n）"
      })
  void theBylineBecomesTheSource(String body) {
    HealedArticle article = Heal.article("前文。", body);
    assertThat(article.source()).isEqualTo("党群办");
    assertThat(String.join("", article.body().lines())).doesNotContain("党群办").doesNotContain("（");
    assertThat(article.joins())
        .allMatch(join -> join.offset() < article.body().lines().get(1).length());
  }

  @Test
  void theBylineStaysAsWritten() {
    assertThat(Heal.article("正文。（记者 张三　通讯员（实习）李四）").source()).isEqualTo("记者 张三　通讯员（实习）李四");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "见《办法》（试行）",
        "正文。（完）",
        "正文。（未完待续）",
        "正文。（这是一段比二十个字还要长的括号里面的话所以它是正文）",
        "正文（党群办）",
        "正文。（甲）",
        "正文。（2025年4月10日）",
        "正文。【党群办】"
      })
  void otherBracketsAreText(String body) {
    HealedArticle article = Heal.article(body);
    assertThat(article.source()).isNull();
    assertThat(article.body().lines()).containsExactly(body);
  }

  @Test
  void aBylineOfAnEarlierParagraphIsText() {
    HealedArticle article = Heal.article("前文。（党群办）", "正文。");
    assertThat(article.source()).isNull();
    assertThat(article.body().lines()).containsExactly("前文。（党群办）", "正文。");
  }

  @Test
  void halfWidthBracketsAreReported() {
    assertThat(Heal.codes(Heal.text("# 题", "正文。(党群办)"))).contains("byline.halfwidth");
    assertThat(Heal.codes(Heal.text("# 题", "正文。（党群办）"))).doesNotContain("byline.halfwidth");
  }

  @Test
  void aCaptionBehindTheBylineDoesNotHideIt() {
    assertThat(Heal.article("正文。（党群办）", "图为现场").source()).isEqualTo("党群办");
  }

  @Test
  void titlesKeepWhatTheyHold() {
    String title = "“五一”  《第088号》 建议";
    Document document = Heal.text("# " + title, "文。");
    assertThat(document.articles().get(0).title()).isEqualTo(title);
    assertThat(Heal.codes(document)).contains("title.inner-space");
  }

  @ParameterizedTest
  @CsvSource({
    "4月10日开会。,1",
    "2025年4月10日开会。,0",
    "四月十日开会。,1",
    "4月10号和5月1日。,2",
    "2025年 4月10日开会。,0",
    "二〇二五年四月十日。,0",
    "4月的10日。,0"
  })
  void aDateWithoutYearIsReported(String text, int times) {
    assertThat(Heal.codes(Heal.text("# 题", text)).stream().filter("date.year-missing"::equals))
        .hasSize(times);
  }

  @Test
  void anUndoneJoinIsNotMadeAgain() {
    byte[] bytes = "# 题\n持\n续用力，不\n停步。".getBytes(StandardCharsets.UTF_8);
    HealedArticle article = Healer.heal(bytes, DocumentFormat.TEXT, key -> false).articles().get(0);
    String undone = article.joins().get(1).key();
    HealedArticle again = Healer.heal(bytes, DocumentFormat.TEXT, undone::equals).articles().get(0);
    assertThat(again.body().lines()).containsExactly("持续用力，不", "停步。");
    assertThat(again.joins()).containsExactly(article.joins().get(0));
  }

  @Test
  void withoutATitleTheFirstLineBecomesIt() {
    Document document = Heal.text("扫描二维码 关注“善治豫园”", "文明养犬倡议书", "", "## 副题", "正文。");
    assertThat(document.articles().get(0).title()).isEqualTo("文明养犬倡议书");
    assertThat(document.articles().get(0).titleGuessed()).isTrue();
    assertThat(document.articles().get(0).subtitle()).isEqualTo("副题");
    assertThat(Heal.codes(document)).contains("title.guessed");
  }

  @Test
  void aSentenceIsNoTitle() {
    Document document = Heal.text("今天天气很好。", "正文。");
    assertThat(document.articles().get(0).title()).isNull();
    assertThat(document.articles().get(0).body().lines()).hasSize(2);
    assertThat(document.hasError(1)).isTrue();
    assertThat(Heal.codes(document)).contains("article.no-title");
  }

  @Test
  void textBeforeTheFirstTitleIsAFinding() {
    Document document = Heal.text("豫园报", "2025年第8期", "![刊头](a.jpg)", "# 题", "正文。");
    assertThat(document.articles()).extracting(HealedArticle::title).containsExactly("题");
    assertThat(document.articles().get(0).body().lines()).containsExactly("正文。");
    assertThat(document.articles().get(0).body().blocks()).hasSize(1);
    assertThat(Heal.codes(document)).contains("picture.missing");
    assertThat(document.hasError(1)).isFalse();
    assertThat(document.findings())
        .filteredOn(finding -> finding.code().equals("document.preamble"))
        .extracting(Finding::severity, Finding::line, Finding::article, Finding::message)
        .containsExactly(
            tuple(
                Finding.WARNING,
                1,
                null,
                "The text before the first title belongs to no article: “豫园报\n2025年第8期”"));
    assertThat(Heal.codes(Heal.text("# 题", "正文。"))).doesNotContain("document.preamble");
  }

  @Test
  void limitsAreFindingsOrRefusals() {
    assertThat(Heal.codes(Heal.text("# " + "长".repeat(33), "文。"))).contains("title.long");
    assertThat(Heal.codes(Heal.text("# " + "长".repeat(65), "文。"))).contains("title.too-long");
    assertThat(Heal.codes(Heal.text("# 题", "## " + "长".repeat(65)))).contains("subtitle.too-long");
    assertThat(Heal.codes(Heal.text("# 题", "长".repeat(200_001)))).contains("body.too-long");
    assertThat(Heal.codes(Heal.text("# 题", "长".repeat(200_000)))).doesNotContain("body.too-long");
  }
}
