package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;

class DataFolderTest {
  @Test
  void isMadeForItsOwnerOnly() throws IOException {
    Path dataDir = Folders.empty("data-folder").resolve("a/b");
    DataFolder folder = DataFolder.open(dataDir);
    assertThat(folder.home()).isEqualTo(dataDir.resolve("postgres"));
    assumeThat(DataFolder.isPosix(dataDir)).isTrue();
    assertThat(Files.getPosixFilePermissions(folder.home()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aPathThroughAFileIsRefusedInWords() throws IOException {
    Path file = Files.writeString(Folders.empty("data-folder-file").resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("Cannot prepare the data folder")
        .hasMessageContaining(file.toString());
  }

  @Test
  void aMissingPermissionNamesTheSettingThatHelps() {
    DataFolder folder = DataFolder.open(Folders.empty("data-folder-denied"));
    StartupFailure failure = folder.failure("write", new AccessDeniedException("/somewhere"));
    assertThat(failure)
        .hasMessageContaining("/somewhere: permission denied")
        .hasMessageContaining("yujian.data-dir");
  }

  @Test
  void aFullDiskIsRecognisedByItsWords() {
    DataFolder folder = DataFolder.open(Folders.empty("data-folder-full"));
    assertThat(folder.failure("unpack", new IOException("No space left on device")))
        .hasMessageContaining("the disk is full");
    assertThat(folder.isFull("some other error")).isFalse();
  }

  @Test
  void unfinishedWorkAppearsUnderItsNameAtOnce() throws IOException {
    Path target = Folders.empty("data-folder-finish").resolve("thing");
    Files.writeString(DataFolder.unfinished(target), "whole");
    assertThat(target).doesNotExist();
    DataFolder.finish(target);
    assertThat(target).hasContent("whole");
    assertThat(DataFolder.unfinished(target)).doesNotExist();
  }
}
