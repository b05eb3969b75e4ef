package org.yujian.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.yujian.shared.settings.Settings;
import org.yujian.testing.DeskTest;

@QuarkusTest
class SecretBoxTest extends DeskTest {
  private static final byte[] SECRET = "geheim".getBytes(StandardCharsets.UTF_8);

  @Inject SecretBox box;
  @Inject Settings settings;

  @Test
  void theKeyLiesInAFileOfItsOwnersOnly() throws IOException {
    Path file = settings.dataDir().resolve("secret-key");
    assertThat(Files.readString(file).strip()).matches("[A-Za-z0-9+/]{43}=");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aSecretOpensForItsOwnerOnly() {
    byte[] sealed = box.seal(SECRET, "one");
    assertThat(box.seal(SECRET, "one")).isNotEqualTo(sealed);
    assertThat(box.open(sealed, "one")).isEqualTo(SECRET);
    assertThatThrownBy(() -> box.open(sealed, "other"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("yujian.secret-key");
    sealed[20]++;
    assertThatThrownBy(() -> box.open(sealed, "one")).isInstanceOf(IllegalStateException.class);
  }
}
