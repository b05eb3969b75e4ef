package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, postgres-linux-x86_64.txz",
    "Linux, aarch64, postgres-linux-arm_64.txz",
    "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
    "Windows 11, amd64, postgres-windows-x86_64.txz"
  })
  void knowsTheArchiveOfEachMachine(String system, String machine, String archive) {
    assertThat(Platform.of(system, machine).archiveName()).isEqualTo(archive);
  }

  @Test
  void theArchiveForThisMachineIsOnTheClassPath() {
    assertThat(Platform.current().archive(getClass().getClassLoader())).isNotNull();
  }

  @Test
  void aForeignMachineIsToldWhatThePackageCarriesAndWhatToDo() {
    assertThatThrownBy(() -> Platform.of("AIX", "ppc64").archive(getClass().getClassLoader()))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("carries PostgreSQL for " + Platform.current())
        .hasMessageContaining("aix ppc64")
        .hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL");
  }

  @Test
  void aPackageWithoutAnyArchiveSaysSo() {
    assertThatThrownBy(() -> Platform.current().archive(ClassLoader.getPlatformClassLoader()))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("carries no PostgreSQL");
  }
}
