package org.yujian.search.opensearch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong settings end the start. */
class OpenSearchSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9200",
        "https://search.example.org",
        "https://search.example.org/",
        "http://[::1]:9200",
        "https://example.org/search/api"
      })
  void addressesThatCanBeUsed(String url) {
    assertThatCode(() -> OpenSearchIndex.check(Access.of(url, "yujian")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "search:9200", "ftp://search", "http://", "http://a b", "http://u:p@search"})
  void addressesThatCannotBeUsed(String url) {
    assertThatThrownBy(() -> OpenSearchIndex.check(Access.of(url, "yujian")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yujian.search.opensearch.url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Yujian", "a.b", "-a", "1a", "a_b", "a*", "a,b", "a/b"})
  void prefixesThatCannotBeUsed(String prefix) {
    assertThatThrownBy(() -> OpenSearchIndex.check(Access.of("http://search:9200", prefix)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yujian.search.opensearch.prefix");
  }
}
