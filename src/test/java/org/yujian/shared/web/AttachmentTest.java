package org.yujian.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {

  @Test
  void aNameInAnyScriptIsEncoded() {
    assertThat(Attachment.header("article.md", "甲 a'b\"(1)~.md"))
        .isEqualTo(
            "attachment; filename=\"article.md\";"
                + " filename*=UTF-8''%E7%94%B2%20a%27b%22%281%29~.md");
  }

  @ParameterizedTest
  @CsvSource({
    "关于集市的通知, 关于集市的通知",
    "a/b\\c:d*e?f<g>h|i, a b c d e f g h i",
    "../../etc/passwd, etc passwd",
    "'  题。  ', 题。",
    "..., ''"
  })
  void namesAreCleaned(String title, String name) {
    assertThat(Attachment.cleanName(title)).isEqualTo(name);
  }

  @Test
  void controlsAndInvisibleCharactersAreLeftOut() {
    assertThat(Attachment.cleanName("甲\n乙\u202E丙\uFEFF\"")).isEqualTo("甲 乙丙");
    assertThat(Attachment.cleanName("长".repeat(200))).hasSize(80);
  }
}
