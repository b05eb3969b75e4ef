package org.yujian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WholeNumbersTest {

  private static boolean standsAlone(String term, String text) {
    List<String> numbers = WholeNumbers.of(term);
    assertThat(numbers).as(term).isNotEmpty();
    return DocumentTokens.of(text).words().containsAll(numbers);
  }

  @Test
  void aNumberStandsAloneWhereNoDigitIsBesideIt() {
    assertThat(standsAlone("21路", "乘21路到底")).isTrue();
    assertThat(standsAlone("21路", "乘121路到底")).isFalse();
    assertThat(standsAlone("公交21", "公交21路")).isTrue();
    assertThat(standsAlone("公交21", "公交211路")).isFalse();
    assertThat(standsAlone("300", "2,300元")).isFalse();
    assertThat(standsAlone("2026", "2026年5月1日")).isTrue();
    assertThat(standsAlone("1月1日", "1月1日起")).isTrue();
    assertThat(standsAlone("1月1日", "11月1日起")).isFalse();
    assertThat(standsAlone("10日", "4月10日起")).isTrue();
    assertThat(standsAlone("1日", "2026年5月1日")).isTrue();
    assertThat(standsAlone("1日", "4月11日起")).isFalse();
    assertThat(standsAlone("21路改31", "21路改31路")).isTrue();
    assertThat(standsAlone("21路改31", "21路改313路")).isFalse();
  }

  @Test
  void otherTermsHaveNone() {
    for (String term : List.of("公交", "第21路", "a", "，", "😀", "一路")) {
      assertThat(WholeNumbers.of(term)).as(term).isEmpty();
    }
  }
}
