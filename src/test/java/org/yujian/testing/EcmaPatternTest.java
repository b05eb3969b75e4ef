package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "^abc",
        "^a++$",
        "^(?i)a$",
        "^(?>a)$",
        "^\\p{Cntrl}$",
        "^\\Aa\\z$",
        "^[a-z&&[^b]]$",
        "^[a[bc]]$",
        "^\\h$",
        "^\\Qa\\E$"
      })
  void whatOnlyJavaReadsIsFound(String pattern) {
    assertThat(EcmaPattern.problem(pattern)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\S",
        "^[a-z0-9][a-z0-9-]{0,62}$",
        "^[^\\x00-\\x1F\\x7F]*$",
        "^https?://\\S+$",
        "^(?:a|b)$",
        "^\\S(?:.*\\S)?$",
        "^[\\[\\]]$"
      })
  void whatBothReadIsLetThrough(String pattern) {
    assertThat(EcmaPattern.problem(pattern)).isNull();
  }
}
