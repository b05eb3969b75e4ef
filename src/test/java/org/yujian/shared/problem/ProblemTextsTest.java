package org.yujian.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyCodeHasAllTextsInBothLanguages(ProblemCode code) {
    for (ProblemTexts texts : ProblemTexts.values()) {
      for (String part : List.of(".title", ".detail", ".help")) {
        assertThat(texts.keys()).contains(code.code() + part);
      }
    }
  }

  @Test
  void bothFilesHoldTheSameKeys() {
    assertThat(ProblemTexts.EN.keys()).isEqualTo(ProblemTexts.ZH.keys());
  }

  @Test
  void argumentsAreFilledInLiterally() {
    Problem problem = ProblemCode.PAYLOAD_TOO_LARGE.problem("body$1", 1_048_576);

    assertThat(ProblemTexts.EN.detail(problem)).contains("body$1 of 1048576 bytes");
    assertThat(ProblemTexts.ZH.detail(problem)).contains("body$1：1048576 字节");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | ZH",
        "zh-CN,zh;q=0.9,en;q=0.8 | ZH",
        "en,zh;q=0.9 | EN",
        "fr,zh;q=0.5 | ZH",
        "zh;q=0 | EN",
        "* | EN",
        "!!!;q=x | EN",
        "de | EN"
      })
  void chineseIsChosenWhereItIsPreferred(String header, ProblemTexts expected) {
    assertThat(ProblemTexts.preferredBy(header)).isEqualTo(expected);
  }
}
