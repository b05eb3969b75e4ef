package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;

class FolderLockTest {
  @Test
  void isHeldUntilItIsClosed() throws IOException {
    DataFolder folder = DataFolder.open(Folders.empty("folder-lock"));
    assertThat(FolderLock.isHeld(folder)).isFalse();
    try (FolderLock lock = FolderLock.acquire(folder)) {
      assertThat(lock).isNotNull();
      assertThat(FolderLock.isHeld(folder)).isTrue();
    }
    assertThat(FolderLock.isHeld(folder)).isFalse();
  }

  @Test
  void theSecondIsToldWhoHasTheFolder() throws IOException {
    DataFolder folder = DataFolder.open(Folders.empty("folder-lock-twice"));
    try (FolderLock first = FolderLock.acquire(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> FolderLock.acquire(folder))
          .isInstanceOf(StartupFailure.class)
          .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
      assertThat(FolderLock.isHeld(folder)).isTrue();
    }
  }
}
