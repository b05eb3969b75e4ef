package org.yujian.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {

  private static final String CODE = "T3xV-_9aQkmWc0Zb7LrYpA";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        " %s\n",
        "https://example.org/f/%s",
        "HTTPS://EXAMPLE.ORG/f/%s",
        "http://127.0.0.1:8080/f/%s",
        "https://[::1]/f/%s/",
        "https://example.org/f/%s?from=singlemessage#top",
      })
  void theCodeOrAnAddressOfItsPage(String text) {
    assertThat(CodeText.code(String.format(Locale.ROOT, text, CODE))).contains(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/f/%s",
        "example.org/f/%s",
        "https:/f/%s",
        "https:%s",
        "ftp://example.org/f/%s",
        "https://someone@example.org/f/%s",
        "https://example.org/a/%s",
        "https://example.org/x/f/%s",
        "https://example.org/f/%s/more",
        "https://example.org/F/%s",
        "https://example.org/#/f/%s",
        "https://example.org/f/",
        "javascript:alert(1)//f/%s",
        "%s %s",
        "扫码%s",
      })
  void nothingElse(String text) {
    assertThat(CodeText.code(text.replace("%s", CODE))).isEmpty();
  }

  @Test
  void nothingEndless() {
    assertThat(CodeText.code("a".repeat(65))).isEmpty();
  }
}
