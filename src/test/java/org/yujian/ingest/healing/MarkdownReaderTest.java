package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.Span;

/** Markdown gives the blocks, lines and values that the same content gives as plain text. */
class MarkdownReaderTest {

  private static Body body(String... lines) {
    return Heal.markdown("# 题\n\n" + String.join("\n", lines)).articles().get(0).body();
  }

  @Test
  void aWrappedParagraphIsOneBlockWithoutAJoin() {
    HealedArticle article =
        Heal.markdown("# 题", "", "街道召开", "推进会。使用Web", "Site搭建。").articles().get(0);
    assertThat(article.body().lines()).containsExactly("街道召开推进会。使用Web Site搭建。");
    assertThat(article.joins()).isEmpty();
  }

  @Test
  void aCutParagraphIsJoinedOverPicturesAndRules() {
    Document document =
        Heal.markdown("# 题", "持", "", "![图](https://example.org/a.jpg)", "", "续用力，不", "---", "停步。");
    HealedArticle article = document.articles().get(0);
    assertThat(article.body().lines()).containsExactly("持续用力，不停步。");
    assertThat(article.body().blocks())
        .extracting(Block::type)
        .containsExactly("paragraph", "figure");
    assertThat(article.joins()).extracting(Join::afterLine).containsExactly(2, 6);
    assertThat(article.joins()).extracting(Join::nextLine).containsExactly(6, 8);
    assertThat(Heal.codes(document)).doesNotContain("article.no-cover");
  }

  @Test
  void marksBecomeSpansInCodePoints() {
    Block block = body("𠮷**重*点*** [链](https://example.org) [坏](javascript:x) `码`").blocks().get(0);
    assertThat(block.text()).isEqualTo("𠮷重点 链 坏 码");
    assertThat(block.spans())
        .contains(new Span(1, 3, "strong", null), new Span(2, 3, "em", null))
        .contains(new Span(4, 5, "link", "https://example.org"))
        .hasSize(3);
  }

  @Test
  void marksSurviveAJoin() {
    Block block = body("一是**加**", "", "二**强**。").blocks().get(0);
    assertThat(block.text()).isEqualTo("一是加二强。");
    assertThat(block.spans())
        .containsExactly(new Span(2, 3, "strong", null), new Span(4, 5, "strong", null));
  }

  @Test
  void itemsKeepTheirMarkersAsText() {
    Body body = body("- 甲", "- 乙", "", "3. 丙", "4. 丁", "   - 戊");
    assertThat(body.lines()).containsExactly("- 甲", "- 乙", "3. 丙", "4. 丁", "- 戊");
    assertThat(body.html()).contains("<ul><li>甲</li><li>乙</li></ul><ol start=\"3\"><li>丙</li>");
  }

  @Test
  void rowsJoinTheirCellsByTabs() {
    Body body = body("| 甲 | 乙 |", "| --- | --- |", "| 1 | **2** |");
    assertThat(body.lines()).containsExactly("甲\t乙", "1\t2");
    assertThat(body.html()).contains("<td><strong>2</strong></td>");
    assertThat(body.bodySha256())
        .isEqualTo(Heal.text("# 题", "甲\t乙", "1\t2").articles().get(0).body().bodySha256());
  }

  @Test
  void tableTagsInACellAreTextUnlessTheyAreAWholeTable() {
    Body body =
        body(
            "| 甲 | 乙 | 丙 |",
            "| --- | --- | --- |",
            "| 一<table> | 二 | *三<td>* |",
            "| <table><tr><td>四</td></tr></table> | 五 | 六</TR> |");
    assertThat(body.lines()).containsExactly("甲\t乙\t丙", "一<table>\t二\t三<td>", "四\t五\t六</TR>");
  }

  @Test
  void aNumberBeforeTheFirstBarOfARowLosesNoCell() {
    assertThat(body("| 甲 |", "| --- |", "3) | 一 | 二").lines()).containsExactly("甲\t\t", "3)\t一\t二");
  }

  /** Lines that are no table, although they look like one, beside tables with too short a head. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "圌\n-|\n>||驰需",
        "超\n-|-\n>|\n\"||傥蔕",
        "<!X>\n-|\n|`\n-|\n#|螙愸",
        "<e>\n```\n\n|\n-|\n司籁",
        "\t~~~\n|\n-|\n蝲邋",
        "|\n-|\n-|\n-|傥蔕",
        "> |a\n> -|\n> > b|螙愸"
      })
  void aLineLikeATableLosesNoWord(String markdown) {
    String words = markdown.replaceAll("\\P{IsHan}", "");
    assertThat(body(markdown).text().replaceAll("\\P{IsHan}", "")).isEqualTo(words);
  }

  @Test
  void aTableInsideATableThatIsTextLosesNoWord() {
    StringBuilder nested = new StringBuilder();
    for (int depth = 0; depth < 12; depth++) {
      String quote = "> ".repeat(depth);
      nested.append(quote).append("|a\n").append(quote).append("-|\n");
      nested.append(quote).append("> ").append("|x".repeat(depth + 30)).append('\n');
    }
    assertThat(body(nested + "|\n-|\n驰需").text()).contains("驰需");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# 题\n[　](http://菁衐)",
        "# [题](http://菁衐)\n\n文。",
        "# 题\n![甲[乙](http://菁衐)](https://e.org/a.jpg)"
      })
  void theAddressOfALinkThatHasNoPlaceIsTold(String markdown) {
    assertThat(Heal.markdown(markdown).findings())
        .filteredOn(finding -> finding.code().equals("link.dropped"))
        .extracting(Finding::arguments)
        .containsExactly(List.of("http://菁衐"));
  }

  @Test
  void aLineWithALinkIsNoRowWhichWouldLoseIt() {
    Body body = body("9:00 签到 大厅", "9:30 开幕 [报名](https://e.org/a)");
    assertThat(body.blocks().stream().flatMap(block -> block.spans().stream()))
        .extracting(Span::href)
        .containsExactly("https://e.org/a");
  }

  @Test
  void aPictureInsideTheTextOfAPictureIsAPicture() {
    Body body = body("![甲![乙](https://e.org/b.jpg)](https://e.org/a.jpg)");
    assertThat(body.blocks())
        .extracting(block -> block.image().url())
        .containsExactly("https://e.org/a.jpg", "https://e.org/b.jpg");
  }

  @Test
  void labelsDatesAndVerseStandAloneInAWrappedParagraph() {
    assertThat(body("时间：9：30", "地点：豫园", "", "特此通知", "豫园街道", "2025年4月1日").lines())
        .containsExactly("时间：9：30", "地点：豫园", "特此通知", "豫园街道", "2025年4月1日");
    assertThat(body("白日依山尽", "黄河入海流", "欲穷千里目", "更上一层楼。").lines()).hasSize(4);
  }

  @Test
  void quotesStandAlone() {
    assertThat(body("前文没有写完", "", "> 引文", "", "后文。").blocks())
        .extracting(Block::type)
        .containsExactly("paragraph", "quote", "paragraph");
  }

  @Test
  void titlesMayBeUnderlinedOrWide() {
    assertThat(Heal.markdown("标题", "===", "文。", "＃　另一题", "文。").articles())
        .extracting(HealedArticle::title)
        .containsExactly("标题", "另一题");
  }

  @Test
  void htmlIsNeverPassedThrough() {
    assertThat(body("<script>alert(1)</script> <b>重</b><br>行").html())
        .doesNotContain("<script")
        .doesNotContain("<b>");
  }

  @Test
  void wideMarksAreTold() {
    for (Document document :
        List.of(Heal.markdown("# 题", "文。", "＃ 另一题", "文。"), Heal.text("# 题", "文。", "＃ 另一题"))) {
      assertThat(document.articles()).hasSize(2);
      assertThat(document.findings())
          .filteredOn(finding -> finding.code().equals("title.wide-mark"))
          .extracting(Finding::line)
          .containsExactly(3);
    }
    assertThat(Heal.codes(Heal.text("# ＃豫园＃", "＃豫园＃ 是话题。"))).doesNotContain("title.wide-mark");
  }

  @Test
  void severalOfficesSignOneBelowTheOther() {
    assertThat(body("请遵照执行。", "豫园街道党工委", "豫园街道办事处", "2025年4月1日").lines())
        .containsExactly("请遵照执行。", "豫园街道党工委", "豫园街道办事处", "2025年4月1日");
  }
}
