package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;

class SecretTest {
  @Test
  void isMadeOnceAndReadAgain() throws IOException {
    Path file = Folders.empty("secret").resolve("password");
    String first = Secret.in(file);
    assertThat(first).hasSize(32);
    assertThat(Secret.in(file)).isEqualTo(first);
  }

  @Test
  void twoSecretsDiffer() throws IOException {
    Path folder = Folders.empty("secret-two");
    assertThat(Secret.in(folder.resolve("a"))).isNotEqualTo(Secret.in(folder.resolve("b")));
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    Path file = Folders.empty("secret-mode").resolve("password");
    assumeThat(DataFolder.isPosix(file.getParent())).isTrue();
    Secret.in(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
