package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yujian.document.DocumentRefused;
import org.yujian.shared.text.Glyph;
import org.yujian.testing.ProcessorTime;

/**
 * Files made to cost much cost no more than their size; the limits leave room for slow machines.
 */
class HostileDocumentTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int SIZE = 200_000;

  private static final List<String> UNITS =
      List.of(
          "字",
          "字\n",
          "“",
          "“字\n",
          "）\n",
          "1. 字，\n",
          "时间：“字\n",
          "请看：\n",
          "1. 字\n字\n",
          "附件：1. 字\n",
          "12\n街道认真落实各项重点工作任务，持续\n",
          "简报\n街道认真落实各项重点工作任务，持续\n",
          "9:00 字\n",
          "字 字 字 字 1\n",
          "一是字\n请看：\n",
          "街道。街道认真落实各项重点工作\n",
          "2.1 字\n",
          "4月5日",
          "\n",
          "> 字\n",
          ">",
          "- ",
          "[",
          "[a](",
          "![",
          "![[]()",
          "*a **a ",
          "_a __a ",
          "`a",
          "<",
          "<a ",
          "a <!-- ",
          "a <?",
          "&",
          "\\",
          "<http://",
          "[a]: b\n",
          "[a\n",
          "```\n",
          "字\n---\n",
          "## 字\n",
          "|a",
          "|x\n",
          "\t- 字\n",
          "＃",
          "(",
          "（",
          "扫描",
          "关注“",
          "图为字\n",
          "2025年",
          "\f",
          "𠮷");

  static Stream<String> hostile() {
    return UNITS.stream().map(unit -> unit.repeat(SIZE / unit.length()));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noFileCostsMoreThanItsSize(String text) {
    byte[] bytes = ("# 题\n字" + text).getBytes(StandardCharsets.UTF_8);
    for (DocumentFormat format :
        EnumSet.of(DocumentFormat.TEXT, DocumentFormat.MARKDOWN, DocumentFormat.HTML)) {
      ProcessorTime.within(LIMIT, format.name(), () -> deriveAll(bytes, format));
    }
  }

  /** A refusal by a limit is an answer too. */
  private static int deriveAll(byte[] bytes, DocumentFormat format) {
    int articles = 0;
    try {
      for (HealedArticle article : Healer.heal(bytes, format, key -> false).articles()) {
        assertThat(article.body().html()).isNotNull();
        assertThat(article.body().markdown()).isNotNull();
        articles++;
      }
    } catch (DocumentRefused refused) {
      assertThat(refused.code()).isEqualTo(DocumentRefused.BODY_TOO_LONG);
    }
    return articles;
  }

  @ParameterizedTest
  @EnumSource(
      value = DocumentFormat.class,
      names = {"TEXT", "MARKDOWN", "HTML"})
  void nestingAsDeepAsTheFileIsRead(DocumentFormat format) {
    String deep =
        "**a ".repeat(20_000) + " b**".repeat(20_000) + "\n\n" + ">".repeat(20_000) + " 字";
    byte[] bytes = deep.getBytes(StandardCharsets.UTF_8);
    ProcessorTime.within(LIMIT, format.name(), () -> deriveAll(bytes, format));
  }

  @Test
  void aLongDocumentOfEightArticlesIsHealed() {
    String article =
        "# 题\n" + "街道研究制定了方案，明确了全年18项重点工作任务，推动\n\n治理取得实效。\n".repeat(4_500) + "完。（党群办）\n";
    byte[] bytes = article.repeat(8).getBytes(StandardCharsets.UTF_8);
    Document document =
        ProcessorTime.within(
            LIMIT, "8 articles", () -> Healer.heal(bytes, DocumentFormat.TEXT, key -> false));
    assertThat(document.articles()).hasSize(8);
    assertThat(document.articles()).allMatch(each -> each.joins().size() == 4_500);
  }

  @Test
  void aParagraphOfTwentyThousandCharactersIsOneLine() {
    String sentence = "街道研究制定了方案，𠮷明确了全年18项重点工作任务；";
    String paragraph = sentence.repeat(20_000 / Glyph.length(sentence)) + "完。";
    int middle = paragraph.length() / 2 - 1;
    HealedArticle healed =
        Heal.article(paragraph.substring(0, middle) + "\n\n" + paragraph.substring(middle));
    assertThat(healed.body().lines()).containsExactly(paragraph);
  }

  @ParameterizedTest
  @EnumSource(
      value = DocumentFormat.class,
      names = {"TEXT", "MARKDOWN"})
  void moreTitlesThanOneTransactionStoresAreRefused(DocumentFormat format) {
    for (String article : List.of("# a\n\nb。\n\n", "# a\n")) {
      byte[] bytes = article.repeat(8_000).getBytes(StandardCharsets.UTF_8);
      DocumentRefused refused =
          ProcessorTime.within(
              LIMIT,
              "titles",
              () ->
                  assertThrows(
                      DocumentRefused.class, () -> Healer.heal(bytes, format, k -> false)));
      assertThat(refused.code()).isEqualTo(DocumentRefused.TOO_MANY_ARTICLES);
      assertThat(refused.limit()).isEqualTo(200);
    }
  }
}
