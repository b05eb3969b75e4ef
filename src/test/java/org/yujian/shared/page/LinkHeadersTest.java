package org.yujian.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The address of a neighbouring page keeps all parameters but the cursor. */
class LinkHeadersTest {

  @Test
  void theCursorTakesTheOldOnesPlace() {
    assertThat(LinkHeaders.query(null, "c")).isEqualTo("cursor=c");
    assertThat(LinkHeaders.query("", "c")).isEqualTo("cursor=c");
    assertThat(LinkHeaders.query("limit=2&tag=%E9%A2%98", "c"))
        .isEqualTo("limit=2&tag=%E9%A2%98&cursor=c");
    assertThat(LinkHeaders.query("cursor=b&limit=2&&cursor", "c")).isEqualTo("limit=2&cursor=c");
    assertThat(LinkHeaders.query("c%75rsor=b&cursors=1", "c")).isEqualTo("cursors=1&cursor=c");
  }
}
