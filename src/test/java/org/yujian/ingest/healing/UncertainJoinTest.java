package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rule 8: which joins an editor should look at. */
class UncertainJoinTest {

  @Test
  void aJoinBehindALongUnendedPartIsUncertain() {
    String left = "街道召开推进会。" + "会议总结了各项重点工作的进展情况".repeat(7);
    assertThat(isUncertain(left, "会议强调，要抓好落实。")).isTrue();
    assertThat(isUncertain(left, "豫园街道党工委书记邵泉出席。")).isTrue();
    assertThat(isUncertain(left, "度和办理成效显著。")).isTrue();
    assertThat(isUncertain(left, "群众生活更加便利。")).isTrue();
    assertThat(isUncertain(left + "的", "会议强调，要抓好落实。")).isFalse();
    assertThat(isUncertain(left + "，", "会议强调，要抓好落实。")).isFalse();
    assertThat(isUncertain("会议。短的左边", "会议强调，要落实。")).isFalse();
    assertThat(isUncertain(left.replace("。", "，"), "会议强调，要落实。")).isFalse();
  }

  /** No paragraph ends inside a word or a number, or before a particle; the sample has three. */
  @Test
  void aJoinInsideAWordIsCertain() {
    String left = "街道召开推进会。" + "会议总结了各项重点工作的进展情况".repeat(7);
    assertThat(isUncertain(left + "，代表肯定了认真态", "度和办理成效。")).isFalse();
    assertThat(isUncertain(left + "，汇报了已经采取", "的主要措施。")).isFalse();
    assertThat(isUncertain(left + "，发放告知书2", "300份。")).isFalse();
  }

  private static boolean isUncertain(String left, String right) {
    return Heal.article(left, right).joins().get(0).uncertain();
  }
}
