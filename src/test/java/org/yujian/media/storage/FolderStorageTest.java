package org.yujian.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.media.storage.StorageFailed.Reason;
import org.yujian.testing.Folders;

class FolderStorageTest extends PictureStorageContract {
  private Path folder;
  private FolderStorage storage;

  @BeforeEach
  void open() {
    folder = Folders.empty("media");
    storage = new FolderStorage(folder, false);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Override
  PictureStorage storage() {
    return storage;
  }

  @Override
  void damage(String name, int at) throws IOException {
    Path file = file(name);
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  private Path file(String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 8, 300, 1_007})
  void aFileThatWasCutIsDamaged(int left) throws IOException {
    storage.put("abc/1.jpg", bytes(1_000));
    Path file = file("abc/1.jpg");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), left));
    assertThat(storage.isWhole("abc/1.jpg")).isFalse();
    assertThatThrownBy(() -> storage.open("abc/1.jpg"))
        .isInstanceOfSatisfying(
            StorageFailed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.DAMAGED));
  }

  @Test
  void otherFilesInTheFolderAreNotListed() throws IOException {
    storage.put("abc/1.jpg", bytes(1));
    Files.writeString(folder.resolve("README"), "");
    Files.writeString(folder.resolve("ab/notes"), "");
    Files.writeString(folder.resolve("ab/abc/.DS_Store"), "");
    Files.createDirectories(folder.resolve("ab/abc/2.jpg"));
    Files.createDirectories(folder.resolve("xy/abc"));
    Files.writeString(folder.resolve("xy/abc/3.jpg"), "");
    assertThat(storage.list()).singleElement().returns("abc/1.jpg", StoredName::name);
  }

  @Test
  void thePictureOfTheLastFileLeavesNoFolder() {
    storage.put("abc/1.jpg", bytes(1));
    storage.delete("abc/1.jpg");
    assertThat(folder.resolve("ab/abc")).doesNotExist();
  }

  @Test
  void unfinishedFilesAreDeletedAtTheNextStart() throws IOException {
    storage.prepare();
    storage.close();
    Path left = Files.writeString(folder.resolve("unfinished/1234"), "half");
    storage.prepare();
    assertThat(left).doesNotExist();
    assertThat(folder.resolve("unfinished")).isEmptyDirectory();
  }

  @Test
  void unfinishedFilesOfAnotherNodeStay() throws IOException {
    storage.prepare();
    storage.close();
    Path left = Files.writeString(folder.resolve("unfinished/1234"), "half");
    try (FolderStorage shared = new FolderStorage(folder, true)) {
      shared.prepare();
      assertThat(left).exists();
    }
  }

  @Test
  void aSecondProgramIsRefused() {
    storage.prepare();
    try (FolderStorage second = new FolderStorage(folder, false)) {
      assertThatThrownBy(second::prepare)
          .isInstanceOf(StorageFailed.class)
          .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")")
          .hasMessageContaining("YUJIAN_MEDIA_SHARED=true")
          .message()
          .hasLineCount(2);
    }
    storage.put("abc/1.jpg", bytes(1));
    storage.close();
    try (FolderStorage next = new FolderStorage(folder, false)) {
      assertThat(next.list()).hasSize(1);
    }
  }

  @Test
  void aFolderThatCannotBeUsed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (FolderStorage wrong = new FolderStorage(file, false)) {
      assertThatThrownBy(wrong::prepare)
          .isInstanceOf(StorageFailed.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("YUJIAN_MEDIA_FOLDER")
          .message()
          .hasLineCount(2);
    }
  }

  @Test
  void aFileThatCannotBeStoredLeavesTheOldOne() throws IOException {
    storage.put("abc/1.jpg", bytes(1));
    Files.writeString(folder.resolve("xy"), "a file where a folder should be");
    assertThatThrownBy(() -> storage.put("xyz/1.jpg", bytes(9)))
        .isInstanceOfSatisfying(
            StorageFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(Reason.UNAVAILABLE));
    assertThat(folder.resolve("unfinished")).isEmptyDirectory();
    assertThat(storage.isWhole("abc/1.jpg")).isTrue();
  }
}
