package org.yujian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Seed;

/** A file that is not, byte by byte, what was written is recognized. */
class DamagedBackupTest {
  private static final Path FILES = Folders.empty("damaged-backups");
  private static final Path GOOD = FILES.resolve("good.zip");

  @BeforeAll
  static void make() throws Exception {
    try (BackupDatabase server = new BackupDatabase(Folders.empty("damaged-server"))) {
      MemoryStorage pictures = new MemoryStorage();
      new BackupWriter(server.filled("whole", true), pictures, "0.7.0", System.out::println)
          .write(GOOD);
    }
  }

  private static void verify(Path file) {
    try (BackupFile backup = BackupFile.open(file, System.out::println)) {
      backup.verify();
    }
  }

  private static Path file(byte[] bytes) throws IOException {
    return Files.write(FILES.resolve("damaged.zip"), bytes);
  }

  private static void refused(ThrowingCallable verify, String... words) {
    assertThatThrownBy(verify).isInstanceOf(BackupFailure.class).hasMessageContainingAll(words);
  }

  @Test
  void theFileItselfIsGood() {
    verify(GOOD);
  }

  @Test
  void aFlippedBitAnywhere() throws IOException {
    byte[] good = Files.readAllBytes(GOOD);
    Random random = Seed.random("aFlippedBitAnywhere");
    for (int i = 0; i < 300; i++) {
      // The last bytes in turn, which are the seal and the directory of the file.
      int at = i < 150 ? good.length - 1 - i : random.nextInt(good.length);
      byte[] flipped = good.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Path file = file(flipped);
      assertThatThrownBy(() -> verify(file)).as("byte %d", at).isInstanceOf(BackupFailure.class);
    }
  }

  @Test
  void aCutFile() throws IOException {
    byte[] good = Files.readAllBytes(GOOD);
    Random random = Seed.random("aCutFile");
    for (int i = 0; i < 100; i++) {
      int length = i < 20 ? i : i < 40 ? good.length - 1 - (i - 20) : random.nextInt(good.length);
      Path file = file(Arrays.copyOf(good, length));
      refused(() -> verify(file), "is no complete backup: its end mark is missing");
    }
    byte[] longer = Arrays.copyOf(good, good.length + 1);
    Path file = file(longer);
    refused(() -> verify(file), "is no complete backup");
  }

  @Test
  void aNewerFormat() throws IOException {
    Path newer = ChangedBackup.withManifest(GOOD, "\"format\" : 1", "\"format\" : 2");
    refused(() -> verify(newer), "newer Yujian (0.7.0, format 2)", "reads format 1");
  }

  @Test
  void aContentThatIsNotThatOfTheManifest() throws IOException {
    Path rows = ChangedBackup.with(GOOD, "tables/account.copy", "open", "shut");
    refused(() -> verify(rows), "The table account is not that of the manifest");
    Path count = ChangedBackup.withManifest(GOOD, "\"rows\" : ", "\"rows\" : 1");
    refused(() -> verify(count), "is not that of the manifest");
    Path less = ChangedBackup.with(GOOD, "tables/tag.copy", "nothing", null);
    refused(() -> verify(less), "does not contain what its manifest says");
  }

  @Test
  void whatIsNoBackup() throws IOException {
    refused(() -> verify(FILES.resolve("none.zip")), "There is no file");
    Path file = file("hello".repeat(100).getBytes(StandardCharsets.UTF_8));
    refused(() -> verify(file), "is no complete backup");
    assertThat(file).exists();
  }
}
