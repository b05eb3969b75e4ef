package org.yujian.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {

  @Test
  void aRandomSecretCouldBeChosenToo() {
    KeySecret secret = KeySecret.random();
    assertThat(KeySecret.chosen(secret.value())).isEqualTo(secret);
    assertThat(secret.toString()).doesNotContain(secret.value().substring(12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "yj_short",
        "0123456789012345678901234567890123456789",
        "yj_01234567890123456789 1234567890123456"
      })
  void whatIsGuessableOrNeverAcceptedIsNotChosen(String value) {
    assertThatThrownBy(() -> KeySecret.chosen(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yujian.admin-key")
        .hasMessageNotContaining(value);
  }
}
