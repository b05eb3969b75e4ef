package org.yujian.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Texts from pieces that are hard to fold, in any order. */
class FoldingPropertyTest {
  private static final String[] PIECES = {
    "态",
    "度",
    "區",
    "覆",
    "㑮",
    "𠮷",
    "\uF9DC",
    "\uD87E\uDC00",
    "\u2EC5",
    "A",
    "e",
    "J",
    "ﬁ",
    "ß",
    "İ",
    "I",
    "Σ",
    "α",
    "Å",
    "\u0301",
    "\u0316",
    "\u030C",
    "\u0307",
    "\u0345",
    "\u0344",
    "\u0340",
    "\u034F",
    "\u20E3",
    "\u3099",
    "\uFF9E",
    "か",
    "ｶ",
    "ガ",
    "\u1112",
    "\u1161",
    "\u11AB",
    "한",
    "ㄱ",
    "ㅏ",
    "\uFFA1",
    "\uFFC2",
    "क",
    "\u094D",
    "ष",
    "\u093E",
    "\u0B47",
    "\u0B3E",
    "\u0E33",
    "\uFE8D",
    "\uFDFA",
    "\uFE70",
    "\u200B",
    "\u200D",
    "\u00AD",
    "\uFE0F",
    "\uFEFF",
    "👩",
    "❤",
    "🏽",
    "🇨",
    "🇳",
    "\uD83D",
    "\uDE00",
    "\u0000",
    "\u0001",
    " ",
    "\u3000",
    "\n",
    "\u2028",
    "´",
    "¨",
    "①",
    "㍿",
    "…",
    "。",
    "“",
    "1",
    "４"
  };

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces = Arbitraries.of(PIECES);
    Arbitrary<String> any =
        Arbitraries.integers().between(0, 0x2FFFF).map(c -> Character.toString(c));
    return Arbitraries.frequencyOf(Tuple.of(19, pieces), Tuple.of(1, any))
        .list()
        .ofMaxSize(24)
        .map(list -> String.join("", list));
  }

  @Property(tries = 20_000)
  void foldingTwiceIsFoldingOnce(@ForAll("texts") String text) {
    String folded = Folding.fold(text);
    assertThat(Folding.fold(folded)).isEqualTo(folded);
  }

  @Property(tries = 20_000)
  void canonicallyEquivalentTextsFoldAlike(@ForAll("texts") String text) {
    String folded = Folding.fold(text);
    assertThat(Folding.fold(Normalizer2.getNFDInstance().normalize(text))).isEqualTo(folded);
    assertThat(Folding.fold(Normalizer2.getNFCInstance().normalize(text))).isEqualTo(folded);
  }

  @Property(tries = 20_000)
  void whatAReaderSelectsIsFound(@ForAll("texts") String text, @ForAll int from, @ForAll int to) {
    String selected = selected(text, from, to);
    assertThat(Folding.fold(text)).contains(Folding.fold(selected));
  }

  @Property(tries = 20_000)
  void mappedTextIsTheFoldedText(@ForAll("texts") String text) {
    assertThat(Folding.map(text).text()).isEqualTo(Folding.fold(text));
  }

  @Property(tries = 20_000)
  void spansCoverWhatWasLookedFor(@ForAll("texts") String text, @ForAll int from, @ForAll int to) {
    String term = Folding.fold(selected(text, from, to));
    List<Span> spans = Folding.map(text).find(term, 100);
    assertThat(spans.isEmpty()).isEqualTo(term.isEmpty());
    int last = 0;
    for (Span span : spans) {
      assertThat(span.start()).isGreaterThanOrEqualTo(last).isLessThan(span.end());
      assertThat(Folding.fold(original(text, span))).contains(term);
      last = span.end();
    }
  }

  @Property(tries = 5_000)
  void gramsOfATermAreGramsOfItsText(
      @ForAll("texts") String text, @ForAll int from, @ForAll int to) {
    assertThat(boxed(Grams.of(Folding.fold(text))))
        .containsAll(boxed(Grams.ofTerm(Folding.fold(selected(text, from, to)))));
  }

  private static List<Integer> boxed(int[] grams) {
    return IntStream.of(grams).boxed().toList();
  }

  private static String original(String text, Span span) {
    return text.substring(
        text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
  }

  /** From one edge of what a reader takes for a character (UAX #29) to another. */
  private static String selected(String text, int from, int to) {
    List<Integer> edges = edges(text);
    int one = edges.get(Math.floorMod(from, edges.size()));
    int other = edges.get(Math.floorMod(to, edges.size()));
    return text.substring(Math.min(one, other), Math.max(one, other));
  }

  /**
   * Without what nobody sees, as it looks: a mark behind a zero-width space stands on its letter.
   */
  private static List<Integer> edges(String text) {
    List<Integer> places = new ArrayList<>();
    StringBuilder seen = new StringBuilder();
    text.codePoints()
        .reduce(
            0,
            (at, c) -> {
              if (!FoldTable.get().folded(c).isEmpty()) {
                seen.appendCodePoint(c);
                Stream.generate(() -> at).limit(Character.charCount(c)).forEach(places::add);
              }
              return at + Character.charCount(c);
            });
    places.add(text.length());
    BreakIterator characters = BreakIterator.getCharacterInstance();
    characters.setText(seen.toString());
    List<Integer> edges = new ArrayList<>();
    for (int edge = characters.first(); edge != BreakIterator.DONE; edge = characters.next()) {
      edges.add(places.get(edge));
    }
    return edges;
  }
}
