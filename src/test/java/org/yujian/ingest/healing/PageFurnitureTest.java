package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Page numbers and running heads that were copied with the text. */
class PageFurnitureTest {

  private static List<Finding> removed(Document document) {
    return document.findings().stream()
        .filter(finding -> finding.code().equals("page-furniture.removed"))
        .toList();
  }

  @Test
  void aPageNumberBetweenTwoHalvesDisappears() {
    Document document = Heal.text("# 题", "家长们近距离感受孩子们的学习生活，对此", "2", "校长表示欢迎。");
    assertThat(document.articles().get(0).body().lines())
        .containsExactly("家长们近距离感受孩子们的学习生活，对此校长表示欢迎。");
    assertThat(document.articles().get(0).joins())
        .extracting(Join::afterLine, Join::nextLine)
        .containsExactly(tuple(2, 4));
    assertThat(removed(document))
        .extracting(Finding::severity, Finding::line, Finding::article, Finding::message)
        .containsExactly(
            tuple(
                Finding.INFO,
                3,
                1,
                "“2” was taken for a page number or running head and left out."));
  }

  @Test
  void aRunningHeadReturnsInTheSamePlace() {
    String[] lines = {
      "# 题", "会议指", "简报 第3期", "1", "出，要把思想统一到部", "简报 第3期", "2", "署上来。", "简报 第3期", "3", "另一段。"
    };
    Document document = Heal.text(lines);
    assertThat(document.articles().get(0).body().lines())
        .containsExactly("会议指出，要把思想统一到部署上来。", "另一段。");
    assertThat(removed(document)).extracting(Finding::line).containsExactly(3, 4, 6, 7, 9, 10);
  }

  @Test
  void aHeadWithTheTitlesWordsNeedsToComeOnceOnly() {
    Document document =
        Heal.text("# 居住证办理指南", "在本市居住半年以上且符合条件之一的来沪人员，可以申", "居住证办理指南", "领居住证，并享受待遇。");
    assertThat(document.articles().get(0).body().lines()).hasSize(1);
    assertThat(removed(document)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "发放告知书2，共有,8,个部门参加了活动。",
    "会议定于5月,18,日下午在三楼召开，请参加。",
    "截至目前，全区共有,120,名志愿者报名参加。",
    "比赛的时间是在上午,9,：30准时开始，请勿迟到。"
  })
  void aNumberThatIsCountedWithStays(String left, String number, String right) {
    Document document = Heal.text("# 题", left, number, right);
    assertThat(document.articles().get(0).body().lines()).containsExactly(left + number + right);
    assertThat(removed(document)).isEmpty();
  }

  @Test
  void valuesThatDoNotRiseAreText() {
    String half = "街道认真落实各项重点工作任务，持续推进";
    Document document = Heal.text("# 题", half, "7", "项目建设，", half, "3", "项目建设。");
    assertThat(removed(document)).hasSizeLessThan(2);
  }

  @Test
  void piecesOfNumbersInSequenceAreText() {
    Document document = Heal.text("# 题", "近日，会议于上午9：", "3", "0开始。", "活动于12月", "4", "日举行。");
    assertThat(document.articles().get(0).body().lines())
        .containsExactly("近日，会议于上午9：30开始。", "活动于12月4日举行。");
    assertThat(Heal.body("近日，会议于上午9：", "30", "开始，请准时到场。")).containsExactly("近日，会议于上午9：30开始，请准时到场。");
    assertThat(Heal.body("会议于5月", "1", "扫描二维码 关注“善治豫园”", "0日下午在三楼举行。"))
        .containsExactly("会议于5月10日下午在三楼举行。");
  }

  @Test
  void sectionNumbersAndCellsStay() {
    assertThat(Heal.body("1", "那年春天，他来到上海。", "2", "后来，他离开了。"))
        .containsExactly("1", "那年春天，他来到上海。", "2", "后来，他离开了。");
    assertThat(removed(Heal.text("# 题", "张三", "1", "李四", "2", "王五"))).isEmpty();
  }

  @Test
  void whatReturnsInOtherPlacesIsText() {
    String[] poem = {"月亮走", "我也走", "弄堂深深", "我也走", "灯火昏黄", "我也走。"};
    assertThat(Heal.body(poem)).containsExactly(poem);
    Document document = Heal.text("# 题", "案情已经查明。", "专家点评", "此案很典型。", "又一案。", "专家点评", "同上。");
    assertThat(removed(document)).isEmpty();
    Document quoted = Heal.text("# 题", "他说：“取得了成效，", "我们很高兴。”", "她说：“取得了成效，", "我们很高兴。”");
    assertThat(removed(quoted)).isEmpty();
  }

  @Test
  void theSignatureIsNoRunningHead() {
    String half = "街道认真落实各项重点工作任务，持续推进基层治理体系的";
    Document document =
        Heal.text("# 题", half, "豫园街道办事处", "建设。", half, "豫园街道办事处", "建设。", "豫园街道办事处", "2025年4月10日");
    assertThat(removed(document)).extracting(Finding::line).containsExactly(3, 6);
    assertThat(document.articles().get(0).body().lines())
        .containsExactly(half + "建设。", half + "建设。", "豫园街道办事处", "2025年4月10日");
  }
}
