package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What only shows itself after a join: labels, turns and lead-ins that were cut in the middle. */
class CutTwiceTest {

  @Test
  void aColonCutOffOnBothSidesIntroducesNothing() {
    assertThat(Heal.body("上午9", "：", "30、下午同样。")).containsExactly("上午9：30、下午同样。");
    assertThat(Heal.body("要求如下", "：", "1. 高度重视", "2. 认真组织。"))
        .containsExactly("要求如下：", "1. 高度重视", "2. 认真组织。");
  }

  @Test
  void whatUnicodeHasNotAssignedIsTextLikeAnyOther() {
    String unassigned = Character.toString(0x2FE0);
    assertThat(Heal.body("近日，甲" + unassigned, unassigned + "乙。"))
        .containsExactly("近日，甲" + unassigned + " " + unassigned + "乙。");
  }

  @Test
  void aTurnWhoseFullStopWasCutOffIsATurn() {
    assertThat(Heal.body("记者：您是怎么", "想的", "？", "记者：谢谢", "。"))
        .containsExactly("记者：您是怎么想的？", "记者：谢谢。");
  }
}
