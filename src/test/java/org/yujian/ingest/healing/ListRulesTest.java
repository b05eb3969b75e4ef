package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.body.Block;

/**
 * Rule 4a for ordinal lines, list items, labels and closing lines that were cut or run together.
 */
class ListRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"一、提高认识，增强责任感", "（二）坚持“一网统管”，建设“数字街道”", "3. 时间、地点：另行通知"})
  void anOrdinalLineWithAPauseInsideStandsAlone(String line) {
    List<Block> blocks = Heal.article("前文已完。", line, "各单位要高度重视，抓好落实。").body().blocks();
    assertThat(blocks).extracting(Block::text).contains(line);
    assertThat(blocks).noneMatch(block -> block.kind() == Block.Kind.HEADING);
    assertThat(blocks).hasSize(3);
  }

  @Test
  void theRestOfAnItemDoesNotSwallowTheNextItem() {
    assertThat(Heal.body("请注意：", "1. 不私自下水；", "2. 不进入", "危险区域；", "3. 控制电子产品使用时间"))
        .containsExactly("请注意：", "1. 不私自下水；", "2. 不进入危险区域；", "3. 控制电子产品使用时间");
    assertThat(Heal.body("请做到：", "1. 外出前关闭", "燃气阀门；", "2. 不在楼道堆物。"))
        .containsExactly("请做到：", "1. 外出前关闭燃气阀门；", "2. 不在楼道堆物。");
    assertThat(Heal.body("会议决定：", "① 委托公司设计", "方案", "② 公布进度", "会议结束。"))
        .containsExactly("会议决定：", "① 委托公司设计方案", "② 公布进度", "会议结束。");
  }

  @ParameterizedTest
  @CsvSource({
    "1. 身份证,2. 户口簿,请提前准备好以上材料。",
    "1. 甲；,2. 费用按楼层分摊,会议于下午四时结束。",
    "1. 身份证。,2. 家属陪同证明,接种后在现场留观三十分钟，如有不适及时告知医务人员。"
  })
  void theParagraphBehindAListIsNotItsLastItem(String first, String second, String behind) {
    assertThat(Heal.body("请携带：", first, second, behind))
        .containsExactly("请携带：", first, second, behind);
  }

  @Test
  void anItemThatHoldsASentenceEndIsProse() {
    assertThat(Heal.body("说明如下。", "一、关于经费。今年计划", "投入三万元，由财务科统一管理。", "二、关于人员。另行", "研究。"))
        .containsExactly("说明如下。", "一、关于经费。今年计划投入三万元，由财务科统一管理。", "二、关于人员。另行研究。");
  }

  @Test
  void theNextMarkerBeginsAnItemWhateverStandsBeforeIt() {
    assertThat(Heal.body("前文已完。", "1. 各居民区要高度重视，周密部署，切实把防汛防台的各项工作措施落实", "到位，不留死角", "2. 加强宣传。"))
        .containsExactly("前文已完。", "1. 各居民区要高度重视，周密部署，切实把防汛防台的各项工作措施落实到位，不留死角", "2. 加强宣传。");
    assertThat(Heal.body("2.1 建设地点：豫园街道", "2.2 计划工期：90日历天", "2.3 不接受联合体投标。")).hasSize(3);
    assertThat(Heal.body("同比增长", "3.5 个百分点，创历史新高。")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "24小时服务热线：962740",
        "联系电话（微信同号）：13800000000",
        "会议时间、地点：另行通知",
        "第1组：张三",
        "居民区党总支书记办公电话：63280000"
      })
  void longLabelsStandAlone(String label) {
    assertThat(Heal.body("欢迎来电咨询", label, "欢迎参加。")).containsExactly("欢迎来电咨询", label, "欢迎参加。");
  }

  @Test
  void aTimeOrAScoreMakesNoLabel() {
    assertThat(Heal.body("活动定于周六", "上午9：30开始。")).hasSize(1);
    assertThat(Heal.body("近日，双方战成", "平局2：2，皆大欢喜。")).hasSize(1);
  }

  @Test
  void aLabelGoesOnWhenItsRestEndsTheSentence() {
    assertThat(Heal.body("讲座内容：春季养生与常见", "慢性病防治。", "时间：周三")).hasSize(2);
    assertThat(Heal.body("联系人：张老师", "热忱期待您的到来。")).hasSize(2);
    assertThat(Heal.body("票价：每人65元", "一米四以下儿童免票。")).hasSize(2);
    assertThat(Heal.body("联系电话：63280000", "欢迎广大居民踊跃报名。")).hasSize(2);
  }

  @Test
  void aListMayBeginBehindALabel() {
    List<Block> blocks = Heal.article("特此函告。", "附件：1. 报名表", "2. 登记表", "3. 承诺书").body().blocks();
    assertThat(blocks).noneMatch(block -> block.kind() == Block.Kind.HEADING);
    assertThat(Heal.body("附件：1. 报名", "须知", "2. 登记表")).containsExactly("附件：1. 报名须知", "2. 登记表");
  }

  @ParameterizedTest
  @ValueSource(strings = {"此致", "敬礼", "敬礼！", "此　致", "特此通知", "特此通知。", "特此公告", "特此致歉", "妥否，请批示。"})
  void closingLinesStandAlone(String line) {
    assertThat(Heal.body("望遵照执行", line, "豫园街道各居民区党总支"))
        .containsExactly("望遵照执行", line, "豫园街道各居民区党总支");
  }

  @Test
  void aClosingLineMayBeTheRestOfASentence() {
    assertThat(Heal.body("谨致以崇高的", "敬礼！")).containsExactly("谨致以崇高的敬礼！");
  }

  @ParameterizedTest
  @CsvSource({
    "一是爱护环境；,二是文明养犬。",
    "一要坚定信念。,二要潜心教书。",
    "'第一，合理作息。','第二，坚持阅读。'",
    "'首先，提倡鲜花祭扫；','其次，错峰出行。'",
    "“我们从小在弄堂里长大。,“后来搬走了。”"
  })
  void aLineEndingInColonBeforePointsStandsAlone(String first, String second) {
    assertThat(Heal.body("我们发出如下倡议：", first, second)).containsExactly("我们发出如下倡议：", first, second);
  }

  @Test
  void aStageDirectionStandsAlone() {
    assertThat(Heal.body("3. 由子女陪同参加体检", "（掌声）", "同志们：", "让我们共同努力。"))
        .containsExactly("3. 由子女陪同参加体检", "（掌声）", "同志们：", "让我们共同努力。");
  }

  @Test
  void aPointGoesOnLikeProse() {
    assertThat(Heal.body("发出如下倡议：", "一是从我做起，不乱", "扔垃圾；", "二是文明养犬，及时清理", "粪便。"))
        .containsExactly("发出如下倡议：", "一是从我做起，不乱扔垃圾；", "二是文明养犬，及时清理粪便。");
    assertThat(Heal.body("活动开始了。", "他的回答是：", "“我们一定到场。”")).hasSize(2);
  }
}
