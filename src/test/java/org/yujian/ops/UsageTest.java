package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"dance", "sample", "sample dance", "sample remove now", "names now", "--verbose"})
  void whatIsNoCommandIsWrongUse(String words) {
    assertThat(Usage.answer(List.of(words.split(" ")))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help", "help me"})
  void helpIsAnAnswer(String words) {
    assertThat(Usage.answer(List.of(words.split(" ")))).isZero();
  }

  @Test
  void whatIsToBeRunIsNotAnswered() {
    assertThat(Usage.answer(List.of())).isNull();
    assertThat(Usage.answer(List.of("sample", "remove"))).isNull();
    assertThat(Usage.answer(List.of("names"))).isNull();
  }
}
