package org.yujian.shared.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | ZH",
        "zh-CN,zh;q=0.9,en;q=0.8 | ZH",
        "en-GB,en;q=0.9,zh;q=0.5 | EN",
        "fr,en;q=0.5 | EN",
        "de | ZH",
        "* | ZH",
        "!!!;q=x | ZH"
      })
  void pagesAreChineseUnlessEnglishIsPreferred(String header, PageLanguage expected) {
    assertThat(PageLanguage.of(header)).isEqualTo(expected);
  }

  @Test
  void aTextWithHanIsChineseAndNobodyKnowsOfOthers() {
    assertThat(PageLanguage.ofText("2026 年")).isEqualTo("zh-CN");
    assertThat(PageLanguage.ofText("News")).isEmpty();
    assertThat(PageLanguage.ofText(null)).isEmpty();
  }
}
