package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.shared.json.Json;

/** Texts of findings in two languages; the stored English one can be read in Chinese. */
class FindingTextsTest {

  private static final List<String> ARGUMENTS = List.of("“甲” (a)\n$1 {0}", "乙\\E https://e.org/b");

  @Test
  void bothFilesHoldTheSameKeysForAllCodesOfTheContract() throws IOException {
    assertThat(FindingTexts.ZH.keys()).isEqualTo(FindingTexts.EN.keys());
    List<String> codes = codes();
    assertThat(FindingTexts.EN.keys()).allSatisfy(key -> assertThat(code(key, codes)).isNotNull());
    assertThat(codes)
        .allSatisfy(
            code ->
                assertThat(FindingTexts.EN.keys())
                    .anyMatch(key -> key.equals(code) || key.startsWith(code + ".")));
  }

  @Test
  void everyTextIsReadInChinese() throws IOException {
    List<String> codes = codes();
    for (String key : FindingTexts.EN.keys()) {
      String stored = FindingTexts.EN.text(key, ARGUMENTS);
      assertThat(FindingTexts.ZH.translated(code(key, codes), stored))
          .isEqualTo(FindingTexts.ZH.text(key, ARGUMENTS))
          .isNotEqualTo(stored);
      assertThat(FindingTexts.EN.translated(code(key, codes), stored)).isEqualTo(stored);
    }
  }

  @Test
  void anotherWordingAndAnotherCodeStayAsTheyAre() {
    String old = "The article has no title at all.";
    assertThat(FindingTexts.ZH.translated("article.no-title", old)).isEqualTo(old);
    assertThat(FindingTexts.ZH.translated("article.of-a-newer-release", old)).isEqualTo(old);
  }

  @Test
  void aLongTextIsReadInTimeThatGrowsWithItsLength() {
    String words = "）: “甲”. ".repeat(200_000);
    Finding finding = Finding.warning("markup.dropped", 1, "div", words);
    assertThat(FindingTexts.ZH.translated(finding.code(), finding.message()))
        .isEqualTo("已去掉（div）：“" + words + "”。");
  }

  private static List<String> codes() throws IOException {
    try (InputStream in = FindingTexts.class.getResourceAsStream("/openapi-values.json")) {
      List<String> codes = new ArrayList<>();
      for (JsonNode code : Json.mapper().readTree(in).get("FindingCode").get("values")) {
        codes.add(code.textValue());
      }
      return codes;
    }
  }

  private static String code(String key, List<String> codes) {
    return codes.stream()
        .filter(code -> key.equals(code) || key.startsWith(code + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }
}
