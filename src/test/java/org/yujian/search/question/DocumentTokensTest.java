package org.yujian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.search.text.Folding;

class DocumentTokensTest {

  private static List<String> words(String original) {
    return DocumentTokens.of(Folding.fold(original)).words();
  }

  private static List<String> sounds(String original) {
    return DocumentTokens.of(Folding.fold(original)).sounds();
  }

  @Test
  void wordsAreWhatStandsBetweenOtherCharacters() {
    assertThat(words("Wi-Fi密码：Hello, World! Node.js café"))
        .contains("wi", "fi", "wifi", "hello", "world", "node", "js", "nodejs", "café");
    assertThat(words("H5N1型")).contains("h5n1", "h", "5", "n");
    assertThat(words("豫园")).isEmpty();
  }

  @Test
  void numbersHaveNoSeparators() {
    assertThat(words("2,300元")).contains("2300", "2300元").doesNotContain("300");
    assertThat(words("２，３００")).contains("2300");
    assertThat(words("2 300人")).contains("2300", "2300人", "2", "300");
    assertThat(words("3.50% 1,234,567.80")).contains("3.5", "1234567.8");
    assertThat(words("9:30开门")).contains("9:30", "9:30开");
    assertThat(words("5 kg")).contains("5", "kg", "5kg");
    assertThat(words("121 路")).contains("121路").doesNotContain("21路");
    assertThat(words("021-12345678 3-5")).contains("02112345678").doesNotContain("35");
  }

  @Test
  void allFormsOfADateAreOneWord() {
    List.of("2024年5月1日", "2024-05-01", "2024/5/1", "2024.5.1", "2024 年 5 月 1 日", "2024年5月1号")
        .forEach(
            date ->
                assertThat(words(date))
                    .as(date)
                    .contains("2024-05-01", "05-01", "2024-05", "2024", "2024年", "5月", "1日"));
    assertThat(words("5月1日")).contains("05-01", "5月", "1日").doesNotContain("2024-05-01");
    assertThat(words("2024年5月")).contains("2024-05");
    assertThat(words("2024-13-01 2024-05-32"))
        .doesNotContain("2024-13-01", "2024-05-32", "13-01", "05-32");
  }

  @Test
  void eachPairHasItsSoundOnce() {
    assertThat(sounds("公积金")).containsExactly("gong'ji", "ji'jin");
    assertThat(sounds("公积公积")).containsExactly("gong'ji", "ji'gong");
    assertThat(sounds("重庆")).containsExactly("chong'qing");
    assertThat(sounds("公a积")).isEmpty();
    assertThat(sounds("公，积")).isEmpty();
    assertThat(sounds("\uD842\uDFB7公积")).containsExactly("gong'ji");
  }

  @Test
  void ofSeveralReadingsAPairHasAtMostFour() {
    assertThat(sounds("行长")).hasSizeLessThanOrEqualTo(4).contains("hang'zhang");
    assertThat(sounds("长乐")).hasSizeLessThanOrEqualTo(4).contains("chang'le");
  }
}
