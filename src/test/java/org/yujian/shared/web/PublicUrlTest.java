package org.yujian.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org,https://example.org",
    "' http://example.org:8080/ ',http://example.org:8080",
    "http://[::1]:8080,http://[::1]:8080"
  })
  void anAddressIsSchemeHostAndPort(String setting, String address) {
    assertThat(PublicUrl.address(setting)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo",
        "javascript:x",
        "mailto:a@example.org",
        "ftp://example.org",
        "https://",
        "https:///x",
        "https://a b",
        "https://example.org/path",
        "https://example.org?q=1",
        "https://example.org/#x",
        "https://user:word@example.org"
      })
  void whatIsNoneIsSaidInOneLine(String setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublicUrl.address(setting))
        .withMessageStartingWith("yujian.public-url is not an address like https://example.org")
        .withMessageNotContaining("\n");
  }
}
