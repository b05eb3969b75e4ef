package org.yujian.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

  private static void assertTerms(String q, String... terms) {
    assertThat(SearchTerms.parse(q).all()).containsExactly(terms);
  }

  @Test
  void spacesOfAnyKindPartTerms() {
    assertTerms(" 豫園\u3000ＡＩ\n人工智能 ", "豫园", "ai", "人工智能");
  }

  @Test
  void aTermStandsOnce() {
    assertTerms("AI ai ＡＩ 區 区", "ai", "区");
  }

  @Test
  void quotesMakeOneTermWithItsSpaces() {
    assertTerms("\"ai 人工\" 豫园", "ai 人工", "豫园");
    assertTerms("“ai 人工”", "ai 人工");
    assertTerms("「ai 人工」", "ai 人工");
    assertTerms("＂ai 人工＂", "ai 人工");
    assertTerms("”ai 人工“", "ai 人工");
  }

  @Test
  void quotesInAWordPartIt() {
    assertTerms("关于“两会”的", "关于", "两会", "的");
  }

  @Test
  void aQuoteThatNothingClosesIsHarmless() {
    assertTerms("\"态度", "态度");
    assertTerms("态度\"", "态度");
    assertTerms("「态度 好", "态度", "好");
    assertTerms("」态度", "态度");
    assertTerms("\"a b\" \"c d", "a b", "c", "d");
    assertTerms("\"", new String[0]);
  }

  @Test
  void punctuationAloneIsATermOnlyInQuotes() {
    assertTerms("《》 。 态度", "态度");
    assertTerms("\"《》\"", "《》");
    assertTerms("\"\" “ ”", new String[0]);
  }

  @Test
  void punctuationInATermStays() {
    assertTerms("4月10日， 《通知》 c++", "4月10日,", "《通知》", "c++");
  }

  @Test
  void nothingAskedIsNoTerm() {
    assertTerms("", new String[0]);
    assertTerms("\u200B \u0000", new String[0]);
  }

  @Test
  void termsBeyondTheMostAreLeftOutAndReported() {
    String seventeen =
        IntStream.range(100, 117).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    SearchTerms terms = SearchTerms.parse(seventeen);
    assertThat(terms.all()).hasSize(SearchTerms.MAX).startsWith("100").endsWith("115");
    assertThat(terms.tooMany()).isTrue();
    assertThat(SearchTerms.parse(seventeen.substring(4)).tooMany()).isFalse();
  }

  @Test
  void manyUnclosedQuotesCostNoMoreThanOthers() {
    assertThat(SearchTerms.parse("「」".repeat(200_000) + "「".repeat(200_000)).all()).isEmpty();
  }
}
