package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.Cell;
import org.yujian.body.GivenBody;

/** An imported Markdown document loses no words, and gives the blocks that the desk gives. */
class MarkdownImportTest {

  private static Body body(String... lines) {
    return Heal.markdown("# 题\n\n" + String.join("\n", lines)).articles().get(0).body();
  }

  private static Body desk(String... lines) {
    return new GivenBody(null, String.join("\n", lines), null).read("").body();
  }

  private static List<Finding> findings(Document document, String code) {
    return document.findings().stream().filter(each -> each.code().equals(code)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[备注]: 请带身份证。", "[1]: 见附件。", "[^1]: 数据来自统计局。", "[a]: https://example.org/甲。"})
  void aDefinitionThatNothingRefersToIsText(String line) {
    assertThat(body("正文。", "", line).lines()).containsExactly("正文。", line);
    assertThat(body(line, "", "正文。")).isEqualTo(desk(line, "", "正文。"));
    assertThat(body("> " + line).lines()).containsExactly(line);
  }

  @Test
  void footnotesStayAsWrittenWithWhatRefersToThem() {
    String[] lines = {"增长三成[^1]，见[备注]。", "", "[^1]: 数据来自统计局。", "", "[备注]: 附件。"};
    assertThat(body(lines).lines())
        .containsExactly("增长三成[^1]，见[备注]。", "[^1]: 数据来自统计局。", "[备注]: 附件。");
    assertThat(body(lines)).isEqualTo(desk(lines));
  }

  @Test
  void aDefinitionThatALinkRefersToIsMarkup() {
    Body body = body("见[官网]和[这里][官网]。", "", "[官网]: https://example.org/a");
    assertThat(body.lines()).containsExactly("见官网和这里。");
    assertThat(body.blocks().get(0).spans())
        .extracting(span -> span.href())
        .containsExactly("https://example.org/a", "https://example.org/a");
  }

  @Test
  void aTableKeepsHeaderCellsLineBreaksAndCellsBeyondItsHead() {
    String[] lines = {"| 甲 | 乙 |", "|----|----|", "| 1<br>2 | **3** | 4 | 5 |", "| 6 |"};
    Body body = body(lines);
    assertThat(body.lines()).containsExactly("甲\t乙\t\t", "1 2\t3\t4\t5", "6\t\t\t");
    assertThat(body.blocks().get(0).cells()).contains(new Cell(0, 0, true, null, null)).hasSize(4);
    assertThat(body.html()).contains("<tr><th>甲</th><th>乙</th>", "<td><strong>3</strong></td>");
    assertThat(body).isEqualTo(desk(lines));
  }

  @Test
  void aRowWithoutWordsIsNoEndOfTheDocument() {
    String[] lines = {"| 甲 |", "|---|", "| |", "| **乙** |", "", "1. 丙"};
    assertThat(body(lines)).isEqualTo(desk(lines));
    assertThat(body("| 甲 |", "|---|", "| |", "", "<div>", "1. 丙").lines())
        .containsExactly("甲", "", "1. 丙");
  }

  @Test
  void twoTablesStayTwo() {
    Body body = body("|a|b|", "|-|-|", "|1|2|", "", "|c|d|", "|-|-|", "|3|4|");
    assertThat(body.blocks()).extracting(Block::type).containsExactly("table", "table");
    assertThat(body.blocks()).allMatch(block -> block.cells().size() == 2);
  }

  @Test
  void nestedListsAreOneListAndKeepTheirMarkers() {
    String[] lines = {"1. 甲", "   - 子", "   - 丑", "2. 乙", "", "   第二段。", "3. 丙"};
    Body body = body(lines);
    assertThat(body.blocks()).hasSize(1);
    assertThat(body.blocks().get(0).items())
        .containsExactly("1. 甲", "- 子", "- 丑", "2. 乙 第二段。", "3. 丙");
    assertThat(body).isEqualTo(desk(lines));
    assertThat(body.html())
        .isEqualTo(
            "<ol start=\"1\"><li>甲</li></ol><ul><li>子</li><li>丑</li></ul>"
                + "<ol start=\"2\"><li>乙 第二段。</li><li>丙</li></ol>");
    assertThat(desk(body.markdown())).isEqualTo(body);
  }

  @Test
  void numberedListsInsideNumberedListsComeBack() {
    Body body = body("1. 甲", "   1. 子", "   2. 丑", "2. 乙", "", "* 丁", "+ 戊");
    assertThat(body.blocks().get(0).items()).containsExactly("1. 甲", "1. 子", "2. 丑", "2. 乙");
    assertThat(body.blocks()).hasSize(3);
    assertThat(desk(body.markdown()).lines()).isEqualTo(body.lines());
  }

  @Test
  void lineBreaksOfTheWriterStayInsideTheirBlock() {
    String[] lines = {"甲方：某街道。\\", "乙方：某公司。", "", "后文。", "", "> 引文。", ">", "> 第二段。"};
    assertThat(body(lines)).isEqualTo(desk(lines));
    assertThat(body(lines).blocks()).hasSize(3);
    assertThat(body("街道召开持\\", "续推进会。").lines()).containsExactly("街道召开持续推进会。");
  }

  @Test
  void codeStandsAlone() {
    String[] lines = {
      "前文没有写完", "", "```", "let a = 1", "", "let b = 2", "```", "", "    indented", "", "后文。"
    };
    Body body = body(lines);
    assertThat(body.lines()).containsExactly("前文没有写完", "let a = 1", "let b = 2", "indented", "后文。");
    assertThat(body("甲。", "", "~~~", "x", "y", "~~~"))
        .isEqualTo(desk("甲。", "", "~~~", "x", "y", "~~~"));
  }

  @Test
  void followLinesMayBeItemsOrQuotes() {
    for (String line :
        List.of(
            "- 扫描二维码 关注“甲”",
            "1. 扫描二维码 关注“甲”",
            "> 扫描二维码 关注“甲”",
            "> - 扫描二维码 关注“甲”",
            "> 扫描二维码\n> 关注“甲”")) {
      for (Document document :
          List.of(Heal.markdown("# 题\n\n正文。\n\n" + line), Heal.text("# 题", "正文。", line))) {
        assertThat(document.followTargets())
            .as(line)
            .extracting(FollowMention::name)
            .containsExactly("甲");
        assertThat(document.articles().get(0).body().lines()).containsExactly("正文。");
      }
    }
    Document inItem = Heal.markdown("# 题\n\n- 乙。\n  扫描二维码 关注“甲”\n- 丙。");
    assertThat(inItem.followTargets()).hasSize(1);
    assertThat(inItem.articles().get(0).body().lines()).containsExactly("- 乙。", "- 丙。");
    assertThat(inItem.articles().get(0).body().blocks()).hasSize(1);
  }

  @Test
  void frontMatterIsNoText() {
    Document document =
        Heal.markdown(
            "---",
            "title: \"通知：甲\"",
            "author: 李明",
            "date: 2025-04-01",
            "tags: [党建, 公告]",
            "layout: post",
            "---",
            "",
            "正文。");
    HealedArticle article = document.articles().get(0);
    assertThat(article.title()).isEqualTo("通知：甲");
    assertThat(article.author()).isEqualTo("李明");
    assertThat(article.body().lines()).containsExactly("正文。");
    assertThat(document.tags()).containsExactly("党建", "公告");
    assertThat(document.findings())
        .filteredOn(finding -> finding.code().startsWith("front-matter."))
        .extracting(Finding::code, Finding::line, Finding::article)
        .containsExactly(
            tuple("front-matter.title", 2, 1),
            tuple("front-matter.author", 3, 1),
            tuple("front-matter.date", 4, 1),
            tuple("front-matter.tags", 5, 1),
            tuple("front-matter.ignored", 6, 1));
    assertThat(Heal.codes(document)).doesNotContain("article.no-author", "title.guessed");
  }

  @Test
  void frontMatterByHandAndItsLimits() {
    Document document = Heal.markdown("---", "title: [公告] 甲: 乙", "tags:", "---", "# 题", "正文。");
    assertThat(document.articles()).extracting(HealedArticle::title).containsExactly("题");
    assertThat(findings(document, "front-matter.title").get(0).message()).contains("[公告] 甲: 乙");
    assertThat(document.tags()).isEmpty();
    for (String text :
        List.of("---\n正文。\n---\n后文。", "---\ntitle: 甲\n\n正文。", "\n---\na: b\n---\n")) {
      assertThat(Heal.codes(Heal.markdown(text)))
          .noneMatch(code -> code.startsWith("front-matter."));
    }
    Document long17 = Heal.markdown("---", "author: " + "长".repeat(17), "---", "# 题", "正文。");
    assertThat(long17.articles().get(0).author()).isNull();
    assertThat(findings(long17, "front-matter.author").get(0).severity()).isEqualTo("warning");
  }

  @Test
  void picturesThatAreElsewhereOrMissingAreToldEach() {
    Document document =
        Heal.markdown(
            "# 甲",
            "持",
            "",
            "![现场](img/a.jpg)",
            "",
            "续用力。![外](https://e.org/b.png \"图为现场\")",
            "",
            "# 乙",
            "![](/c.png) <img src=d.png> ![x](data:image/png;base64,AAAA)",
            "文。");
    assertThat(document.articles().get(0).body().lines()).containsExactly("持续用力。", "图为现场");
    assertThat(document.articles().get(0).body().html())
        .contains("<img src=\"https://e.org/b.png\" alt=\"外\"><figcaption>图为现场</figcaption>");
    assertThat(document.articles().get(1).body().html()).isEqualTo("<p>文。</p>");
    assertThat(findings(document, "picture.external"))
        .extracting(Finding::line, Finding::article, Finding::message)
        .containsExactly(
            tuple(6, 1, "The picture “外” at https://e.org/b.png is shown from there."));
    assertThat(findings(document, "picture.missing"))
        .extracting(Finding::line, Finding::article)
        .containsExactlyInAnyOrder(tuple(4, 1), tuple(9, 2), tuple(9, 2), tuple(9, 2));
    assertThat(findings(document, "picture.missing"))
        .extracting(Finding::message)
        .contains("The picture “现场” at img/a.jpg is not in the document.");
  }

  @Test
  void picturesOfATextFileAreToldToo() {
    Document document = Heal.text("# 题", "持", "![现场](img/a.jpg)", "续用力。", "![](https://e.org/b)");
    assertThat(document.articles().get(0).body().html())
        .isEqualTo("<p>持续用力。</p><figure><img src=\"https://e.org/b\" alt=\"\"></figure>");
    assertThat(Heal.codes(document)).contains("picture.missing", "picture.external");
  }

  @Test
  void wordsThatNoBodyMayHoldAreTold() {
    Document document =
        Heal.markdown(
            "# 题",
            "登录<name>后[点这里](请带身份证)。",
            "",
            "<script>alert(1)</script>",
            "",
            "[链](https://e.org \"提示\") <!-- 待改 --> <u>下划</u>。");
    assertThat(document.articles().get(0).body().lines()).containsExactly("登录后点这里。", "链 下划。");
    assertThat(findings(document, "link.dropped").get(0).message()).contains("请带身份证");
    assertThat(findings(document, "markup.dropped"))
        .extracting(Finding::line, Finding::message)
        .containsExactly(
            tuple(2, "Left out (name): “<name>”."),
            tuple(4, "Left out (script): “alert(1)”."),
            tuple(6, "Left out (@title): “提示”."),
            tuple(6, "Left out (comment): “待改”."));
  }

  @Test
  void linesOfTheFileAreToldThroughEveryBlock() {
    HealedArticle article =
        Heal.markdown("# 题", "", "街道召开推进会，", "部署工作，持", "", "> 引。", "", "续推进。**甲**", "乙，", "", "丙。")
            .articles()
            .get(0);
    assertThat(article.body().lines()).containsExactly("街道召开推进会，部署工作，持", "引。", "续推进。甲乙，丙。");
    assertThat(article.joins()).extracting(Join::afterLine).containsExactly(9);
    assertThat(article.joins()).extracting(Join::nextLine).containsExactly(11);
  }
}
