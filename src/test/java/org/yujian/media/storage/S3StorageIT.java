package org.yujian.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3StorageIT extends PictureStorageContract {
  private static final int READS = 3;

  private static S3Server server;
  private static int buckets;

  private Path bucket;
  private S3Storage storage;

  @BeforeAll
  static void start() throws IOException {
    assumeThat(S3Server.isThere()).as("s3proxy is in target: mvn dependency:copy@s3proxy").isTrue();
    server = S3Server.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    bucket = server.bucket("bucket" + ++buckets);
    storage = storage(Map.of("prefix", "yujian/one"));
  }

  private S3Storage storage(Map<String, String> more) {
    return S3Storage.of(
        MediaSettings.s3(
            Map.of(
                "endpoint",
                server.address(),
                "bucket",
                bucket.getFileName().toString(),
                "access-key",
                S3Server.KEY,
                "secret-key",
                S3Server.SECRET),
            more));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Override
  PictureStorage storage() {
    return storage;
  }

  /**
   * s3proxy on a folder reads the attributes of a file, with our checksum, before it opens the file
   * for its bytes. Between both the file may be replaced, which an S3 server rules out.
   */
  @Override
  byte[] contentDuringWrites(String name) {
    for (int attempt = 1; ; attempt++) {
      try {
        return content(name);
      } catch (AssertionError failed) {
        if (attempt == READS || !(failed.getCause() instanceof DamagedFileException)) {
          throw failed;
        }
      }
    }
  }

  @Override
  void damage(String name, int at) throws IOException {
    Path file = bucket.resolve("yujian/one").resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    // Written in place, because the server keeps metadata as attributes of the file.
    Files.write(file, bytes, StandardOpenOption.WRITE);
  }

  @Test
  void anObjectOfAnotherProgramIsDamaged() throws IOException {
    storage.prepare();
    Path file = bucket.resolve("yujian/one/abc/1.jpg");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "no checksum");
    assertThat(storage.isWhole("abc/1.jpg")).isFalse();
  }

  @Test
  void prefixesSeparate() {
    storage.put("abc/1.jpg", bytes(1));
    try (S3Storage other = storage(Map.of("prefix", "yujian/on"));
        S3Storage all = storage(Map.of())) {
      assertThat(other.list()).isEmpty();
      assertThat(all.list()).isEmpty();
      assertThat(other.open("abc/1.jpg")).isEmpty();
      all.put("abc/1.jpg", bytes(2));
      assertThat(all.list()).singleElement().returns("abc/1.jpg", StoredName::name);
    }
    assertThat(storage.list()).singleElement().returns(1L, StoredName::bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "secret-key, wrong, SignatureDoesNotMatch",
    "access-key, wrong, InvalidAccessKeyId",
    "bucket, missing, NoSuchBucket"
  })
  void settingsThatTheServerRefuses(String name, String value, String reason) {
    try (S3Storage wrong = storage(Map.of(name, value))) {
      assertThatThrownBy(wrong::prepare)
          .isInstanceOf(StorageFailed.class)
          .hasMessageContaining(reason)
          .hasMessageContaining("YUJIAN_MEDIA_S3_BUCKET")
          .message()
          .hasLineCount(2)
          .doesNotContain(S3Server.SECRET);
      for (Runnable call :
          List.<Runnable>of(
              () -> wrong.put("abc/1.jpg", bytes(1)),
              () -> wrong.open("abc/1.jpg"),
              () -> wrong.list().count())) {
        assertThatThrownBy(call::run).isInstanceOf(StorageFailed.class);
      }
    }
  }

  @Test
  void aServerThatIsAwayDoesNotEndTheStart() {
    try (S3Storage away = storage(Map.of("endpoint", "http://127.0.0.1:1"))) {
      away.prepare();
      assertThatThrownBy(() -> away.put("abc/1.jpg", bytes(1)))
          .isInstanceOfSatisfying(
              StorageFailed.class,
              failed -> assertThat(failed.reason()).isEqualTo(StorageFailed.Reason.UNAVAILABLE));
    }
  }
}
