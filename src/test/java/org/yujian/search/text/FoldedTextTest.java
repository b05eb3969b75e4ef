package org.yujian.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {

  private static void assertFinds(String original, String term, Span... spans) {
    assertThat(Folding.map(original).find(Folding.fold(term), 100)).containsExactly(spans);
  }

  @Test
  void placesAreCodePointsOfTheOriginal() {
    assertFinds("𠮷👩區人大", "区人大", new Span(2, 5));
  }

  @Test
  void aSpanHoldsWhatWasDroppedInBetweenAndNotBehind() {
    assertFinds("工作态\u200B度\u00AD好", "态度", new Span(2, 5));
    assertFinds("\uFEFF态度", "态度", new Span(1, 3));
  }

  @Test
  void aSpanHoldsTheSelectorAndMarksOfItsCharacter() {
    assertFinds("a❤\uFE0Fb", "❤", new Span(1, 3));
    assertFinds("cafe\u0301s", "café", new Span(0, 5));
  }

  @Test
  void aSpanHoldsWholeCharactersOfTheOriginal() {
    assertFinds("oﬃce", "f", new Span(1, 2));
    assertFinds("㍿豫园", "会社", new Span(0, 1));
    assertFinds("\u1112\u1161\u11AB국", "한국", new Span(0, 4));
  }

  @Test
  void aRunOfWhiteSpaceIsOnePlace() {
    assertFinds("ai \u3000\n 人工", "ai 人工", new Span(0, 8));
  }

  @Test
  void placesDoNotOverlapAndStopAtTheMost() {
    assertFinds("哈哈哈哈哈", "哈哈", new Span(0, 2), new Span(2, 4));
    assertThat(Folding.map("哈哈哈").find("哈", 2)).containsExactly(new Span(0, 1), new Span(1, 2));
    assertThat(Folding.map("哈哈哈").find("哈", 0)).isEmpty();
  }

  @Test
  void nothingIsFoundOfAnEmptyTermOrAnAbsentOne() {
    assertFinds("态度", "");
    assertFinds("态度", "度态");
    assertFinds("", "态");
  }

  @Test
  void theEdgesOfTheFoldedTextAreThoseOfTheOriginal() {
    FoldedText folded = Folding.map("\uFEFF𠮷ﬁ");
    assertThat(folded.text()).isEqualTo("𠮷fi");
    assertThat(folded.originalStart(0)).isEqualTo(1);
    assertThat(folded.originalStart(4)).isEqualTo(3);
    assertThat(folded.originalEnd(0)).isZero();
    assertThat(folded.originalEnd(2)).isEqualTo(2);
    assertThat(folded.originalEnd(3)).isEqualTo(3);
  }
}
