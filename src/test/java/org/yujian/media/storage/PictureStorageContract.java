package org.yujian.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every storage does. */
abstract class PictureStorageContract {
  private static final String NAME = "Qm3x-_AZ09/640.webp";

  /** An empty storage. */
  abstract PictureStorage storage();

  /** Changes one of the stored bytes behind the storage's back. */
  abstract void damage(String name, int at) throws IOException;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 8_192, 300_001})
  void aFileIsReadAsItWasStored(int length) throws IOException {
    byte[] bytes = bytes(length);
    storage().put(NAME, bytes);
    try (StoredFile file = storage().open(NAME).orElseThrow()) {
      assertThat(file.size()).isEqualTo(length);
      assertThat(file.bytes().readAllBytes()).isEqualTo(bytes);
      assertThat(file.bytes().read()).isEqualTo(-1);
    }
    assertThat(storage().isWhole(NAME)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0, 1000",
    "0, 5000",
    "999, 1",
    "100, 200",
    "990, 100",
    "1000, 1",
    "4000, 7",
    "5, 0",
    "1, 9223372036854775807"
  })
  void aPartOfAFileIsRead(long from, long length) throws IOException {
    byte[] bytes = bytes(1_000);
    storage().put(NAME, bytes);
    int begin = (int) Math.min(from, bytes.length);
    int end = begin + (int) Math.min(length, bytes.length - begin);
    try (StoredFile part = storage().open(NAME, from, length).orElseThrow()) {
      assertThat(part.size()).isEqualTo(bytes.length);
      assertThat(part.bytes().readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, begin, end));
    }
  }

  @Test
  void aPartOfAnEmptyFileIsEmpty() throws IOException {
    storage().put(NAME, new byte[0]);
    try (StoredFile part = storage().open(NAME, 0, 10).orElseThrow()) {
      assertThat(part.size()).isZero();
      assertThat(part.bytes().readAllBytes()).isEmpty();
    }
  }

  @Test
  void aFileThatDoesNotExist() {
    assertThat(storage().open(NAME)).isEmpty();
    assertThat(storage().open(NAME, 3, 5)).isEmpty();
    assertThat(storage().open(NAME, 3, 0)).isEmpty();
    assertThat(storage().isWhole(NAME)).isFalse();
    storage().delete(NAME);
    assertThat(storage().list()).isEmpty();
  }

  @Test
  void aFileIsReplaced() throws IOException {
    storage().put(NAME, bytes(5_000));
    byte[] newer = bytes(70);
    storage().put(NAME, newer);
    assertThat(content(NAME)).isEqualTo(newer);
    assertThat(storage().list()).singleElement().returns(70L, StoredName::bytes);
  }

  @Test
  void aDeletedFileIsGoneAndItsNeighboursStay() throws IOException {
    storage().put("Qm3x/original", bytes(10));
    storage().put("Qm3x/640.webp", bytes(11));
    storage().put("Qm3y/640.webp", bytes(12));
    storage().delete("Qm3x/original");
    assertThat(storage().open("Qm3x/original")).isEmpty();
    assertThat(names()).containsOnlyKeys("Qm3x/640.webp", "Qm3y/640.webp");
    storage().delete("Qm3x/640.webp");
    storage().put("Qm3x/640.webp", bytes(13));
    assertThat(content("Qm3x/640.webp")).hasSize(13);
  }

  @Test
  void filesAreListed() {
    Instant before = Instant.now().minus(Duration.ofSeconds(2));
    List<String> stored = List.of("a/1", "ab/1", "abc/320.jpg", "abc/wide-320.jpg", "_-/original");
    for (int i = 0; i < stored.size(); i++) {
      storage().put(stored.get(i), bytes(i));
    }
    Map<String, StoredName> listed = names();
    assertThat(listed).containsOnlyKeys(stored);
    for (int i = 0; i < stored.size(); i++) {
      StoredName name = listed.get(stored.get(i));
      assertThat(name.bytes()).isEqualTo(i);
      assertThat(name.modified()).isBetween(before, Instant.now().plusSeconds(2));
    }
  }

  @Test
  void listsMayBeLong() {
    List<String> stored = IntStream.range(0, 1_203).mapToObj(i -> "key" + i + "/1.jpg").toList();
    stored.parallelStream().forEach(name -> storage().put(name, new byte[1]));
    assertThat(names()).containsOnlyKeys(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "/a",
        "a/",
        "a/..",
        "../a",
        "a/.",
        "a/.b",
        "a/b/c",
        "a/B",
        "a b/c",
        "a/b c",
        "é/a",
        "a/b\n",
        "a\\b/c",
        "a/-b",
        "a.b/c",
        "lock",
        "unfinished"
      })
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> storage().put(name, new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> storage().open(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> storage().delete(name)).isInstanceOf(IllegalArgumentException.class);
    assertThat(storage().list()).isEmpty();
  }

  @Test
  void namesHaveALimit() {
    storage().put("k".repeat(64) + "/" + "n".repeat(40), new byte[1]);
    assertThatThrownBy(() -> storage().put("k".repeat(65) + "/n", new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> storage().put("k/" + "n".repeat(41), new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50_000, 99_999})
  void aDamagedFileIsNotReadToItsEnd(int at) throws IOException {
    byte[] bytes = bytes(100_000);
    storage().put(NAME, bytes);
    storage().put("other/1.jpg", bytes);
    damage(NAME, at);
    try (StoredFile file = storage().open(NAME).orElseThrow()) {
      byte[] read = new byte[bytes.length];
      assertThatThrownBy(() -> file.bytes().readNBytes(read, 0, read.length))
          .isInstanceOf(DamagedFileException.class)
          .hasMessageContaining(NAME);
    }
    assertThat(storage().isWhole(NAME)).isFalse();
    assertThat(storage().isWhole("other/1.jpg")).isTrue();
    storage().put(NAME, bytes);
    assertThat(storage().isWhole(NAME)).isTrue();
  }

  @Test
  void readersSeeTheOldOrTheNewFile() throws IOException {
    byte[] one = bytes(200_000);
    byte[] other = bytes(150_001);
    storage().put(NAME, one);
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Integer> reads =
        CompletableFuture.supplyAsync(
            () -> {
              int count = 0;
              while (!ended.get()) {
                assertThat(contentDuringWrites(NAME))
                    .satisfiesAnyOf(
                        read -> assertThat(read).isEqualTo(one),
                        read -> assertThat(read).isEqualTo(other));
                count++;
              }
              return count;
            });
    CompletableFuture<?> deletes =
        CompletableFuture.runAsync(
            () -> {
              while (!ended.get()) {
                storage().put("Qm3x-_AZ09/2", new byte[1]);
                storage().delete("Qm3x-_AZ09/2");
              }
            });
    for (int i = 0; i < 40; i++) {
      storage().put(NAME, i % 2 == 0 ? other : one);
    }
    ended.set(true);
    deletes.join();
    assertThat(reads.join()).isPositive();
  }

  private Map<String, StoredName> names() {
    return storage().list().collect(Collectors.toMap(StoredName::name, Function.identity()));
  }

  /** What a reader gets while others write the file. */
  byte[] contentDuringWrites(String name) {
    return content(name);
  }

  final byte[] content(String name) {
    try (StoredFile file = storage().open(name).orElseThrow()) {
      return file.bytes().readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
