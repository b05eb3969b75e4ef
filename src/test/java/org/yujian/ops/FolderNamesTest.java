package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FolderNamesTest {

  @Test
  void aNameThatTheLocaleCouldNotReadIsNotUsed() {
    assertThat(FolderNames.unreadable("/srv/\ufffd\ufffd/data")).isTrue();
    assertThat(FolderNames.unreadable("./data")).isFalse();
    assertThat(FolderNames.unreadable("/srv/yujian data")).isFalse();
  }
}
