package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 4b: short lines that show no sign of a cut, and the signs. */
class LoneLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "所需材料~身份证或社保卡",
        "周末不施工~因施工给您带来的不便，敬请谅解。",
        "三颗心脏，一身蓝血~两颗心脏专门把血液送到鳃，另一颗负责全身。",
        "09.20 大连 Dock 7~10.04 厦门 Real Wave",
        "17路　5:40—22:10~204路　6:00—20:30",
        "0510-8123 4567~0510-8123 4568",
        "词：佚名~曲：卫东",
        "文 / 本报记者 席微~曲师傅的店开在老粮站对面，门脸只有两米宽。",
        "第四条　其他约定~第五条　本合同一式两份。",
        "现在，请大家跟我一起大声说：~今天我以学校为荣！",
        "Windows / macOS / Linux~iOS 15+",
        "加油加油~#徒步# #古道#"
      })
  void aShortLineWithoutASignStandsAlone(String line, String next) {
    assertThat(Heal.body("前文已完。", line, next)).containsExactly("前文已完。", line, next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "请到居委会领取~优惠券。",
        "摄氏37.5~℃的，建议痊愈后再来。",
        "笔试暂定于2025年~6月28日上午九时举行。",
        "活动时间为上午~9时，欢迎参加。",
        "或发送邮件至office@~example.cn",
        "详见 https://~example.cn/a",
        "Please keep the kitchen area clear and make~sure that an adult is at home.",
        "为持续~优化平台建设，现将有关事项通知如下：",
        "他带着学生盖起了三间~教室。",
        "不含税，每人每天~的餐费由单位承担。"
      })
  void aLineThatWasCutGoesOn(String line, String next) {
    assertThat(Heal.body("前文已完。", line, next)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.cn", "example.cn/a?b=c"})
  void anAddressHasNoSpaceWhereItWasCut(String end) {
    assertThat(Heal.body("咨询邮箱请写信至office@", end)).containsExactly("咨询邮箱请写信至office@" + end);
  }

  @Test
  void aLineOfThePagesWidthGoesOnWhateverItIs() {
    assertThat(
            Heal.body(
                "1. 入住时请携带本人身份证原件及用人单位盖章的入",
                "住申请表，到一楼服务台办理门禁卡，每户两张，遗失",
                "补办收取工本费15元。",
                "2. 退房须提前申请",
                "3. 一个自然年内累计三次违反上述规定，管理方有权",
                "解除租赁合同。"))
        .containsExactly(
            "1. 入住时请携带本人身份证原件及用人单位盖章的入住申请表，到一楼服务台办理门禁卡，每户两张，遗失补办收取工本费15元。",
            "2. 退房须提前申请",
            "3. 一个自然年内累计三次违反上述规定，管理方有权解除租赁合同。");
  }

  @Test
  void aFewWordsBelowAPictureInsideASentenceAreItsCaption() {
    assertThat(
            Heal.body(
                "想看日出就快起来。我们爬上屋后那道沙梁的时候，东边", "![](a.jpg)", "沙梁上的日出", "只有一条橘红的细线，像有人用指甲在天上划了一下。"))
        .containsExactly("想看日出就快起来。我们爬上屋后那道沙梁的时候，东边只有一条橘红的细线，像有人用指甲在天上划了一下。", "沙梁上的日出");
  }

  @Test
  void twoLinesOfAnOldPoemStayTwo() {
    assertThat(Heal.body("王维写过：", "人闲桂花落，", "夜静春山空。")).containsExactly("王维写过：", "人闲桂花落，", "夜静春山空。");
  }

  @Test
  void aRunningHeadWithItsPageNumberIsNoText() {
    assertThat(Heal.body("雨天可以开放操场东侧通道，供低年", "家校委员会会议记录 第1页", "级家长带伞入校接孩子。"))
        .containsExactly("雨天可以开放操场东侧通道，供低年级家长带伞入校接孩子。");
  }

  @Test
  void aRowThatHoldsALinkKeepsIt() {
    assertThat(Heal.markdown("# 题\n\n甲|[乙](https://e.org/)|丙").articles().get(0).body().blocks())
        .anySatisfy(block -> assertThat(block.spans()).hasSize(1));
  }
}
