package org.yujian.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingUrlTest {

  @Test
  void partsOfAGoodAddress() {
    OutgoingUrl url = OutgoingUrl.parse("https://example.org/a%20b?c=d").orElseThrow();
    assertThat(url).isEqualTo(new OutgoingUrl(true, "example.org", 443, "/a%20b?c=d"));
    assertThat(url.authority()).isEqualTo("example.org");
    OutgoingUrl six = OutgoingUrl.parse("http://[2606:4700::1]:8080").orElseThrow();
    assertThat(six).isEqualTo(new OutgoingUrl(false, "2606:4700::1", 8080, "/"));
    assertThat(six.authority()).isEqualTo("[2606:4700::1]:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "//example.org/",
        "/path",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https://",
        "https:///x",
        "https:example.org",
        "https://user@example.org/",
        "https://user:secret@example.org/",
        "https://example.org/#x",
        "https://example.org:0/",
        "https://example.org:65536/",
        "https://example.org:x/",
        "https://exa mple.org/",
        "https://example.org/\n",
        "https://例子.org/",
        "https://example.org/豫",
        "https://a_b.org/",
        "https://example.org\\@127.0.0.1/",
        "https://[::1%25lo]/%zz",
        "javascript:alert(1)"
      })
  void othersAreRefused(String url) {
    assertThat(OutgoingUrl.parse(url)).isEmpty();
  }

  @Test
  void tooLongIsRefused() {
    assertThat(OutgoingUrl.parse("https://example.org/" + "x".repeat(1_980))).isPresent();
    assertThat(OutgoingUrl.parse("https://example.org/" + "x".repeat(1_981))).isEmpty();
  }
}
