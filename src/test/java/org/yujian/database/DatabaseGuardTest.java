package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseGuardTest {

  @Test
  void anOldServerIsRefused() {
    assertThatThrownBy(() -> DatabaseGuard.requireRecent(140_013))
        .hasMessageStartingWith("The database server is PostgreSQL 14; Yujian needs PostgreSQL 15");
  }

  @ParameterizedTest
  @ValueSource(ints = {150_000, 170_011, 180_001, 190_000})
  void aRecentServerIsNot(int version) {
    assertThatCode(() -> DatabaseGuard.requireRecent(version)).doesNotThrowAnyException();
  }
}
