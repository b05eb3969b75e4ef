package org.yujian.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Seed;

class GramsTest {
  private static final String UNITS = "一丁七万丈三上下 ,。ab1𠮷👩鿿★€";

  private static int pair(char first, char second) {
    return first << 16 | second;
  }

  @Test
  void aTextHasItsCharactersAndItsPairs() {
    assertThat(Grams.of("态度")).containsExactlyInAnyOrder('态', '度', pair('态', '度'));
  }

  @Test
  void gramsAreDistinctAndAscending() {
    int[] grams = Grams.of("豫园豫园豫园 the 鿿鿿");
    assertThat(grams).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void noGramCrossesPunctuationOrSpace() {
    assertThat(Grams.of("态,度")).containsExactlyInAnyOrder('态', '度');
    assertThat(Grams.of("态 度")).containsExactlyInAnyOrder('态', '度');
    assertThat(Grams.of("。 \u0001…")).isEmpty();
    assertThat(Grams.of("")).isEmpty();
  }

  @Test
  void zeroOfChineseNumbersIsAWordCharacter() {
    assertThat(Grams.of("二〇")).contains(pair('二', '〇'));
  }

  @Test
  void symbolsAreSoughtAsEmojiAre() {
    assertThat(Grams.of("❤★")).containsExactlyInAnyOrder('❤', '★', pair('❤', '★'));
    assertThat(Grams.ofTerm("5€")).containsExactly(pair('5', '€'));
    assertThat(Grams.of("+=$^|~<>")).isEmpty();
  }

  @Test
  void aCharacterBeyondTheBmpIsItsTwoUnits() {
    assertThat(Grams.of("𠮷")).containsExactlyInAnyOrder(0xD842, 0xDFB7, pair('\uD842', '\uDFB7'));
  }

  @Test
  void aTermAsksForItsPairsOnly() {
    assertThat(Grams.ofTerm("善治豫园"))
        .containsExactlyInAnyOrder(pair('善', '治'), pair('治', '豫'), pair('豫', '园'));
  }

  @Test
  void aTermAsksForCharactersThatNoPairHolds() {
    assertThat(Grams.ofTerm("态")).containsExactly('态');
    assertThat(Grams.ofTerm("态,度 豫园")).containsExactlyInAnyOrder('态', '度', pair('豫', '园'));
    assertThat(Grams.ofTerm("园,豫园")).containsExactly(pair('豫', '园'));
  }

  @Test
  void aTermOfPunctuationAsksForNothing() {
    assertThat(Grams.ofTerm("《》")).isEmpty();
    assertThat(Grams.ofTerm("")).isEmpty();
  }

  @Test
  void gramsAreThoseOfThePlainDefinition() {
    Random random = Seed.random("GramsTest");
    for (int round = 0; round < 200; round++) {
      String text =
          random
              .ints(random.nextInt(300), 0, 40)
              .collect(
                  StringBuilder::new,
                  (all, i) -> all.append(UNITS.charAt(i % UNITS.length())),
                  StringBuilder::append)
              .toString();
      TreeSet<Integer> expected = new TreeSet<>();
      for (int i = 0; i < text.length(); i++) {
        if (isWord(text.charAt(i))) {
          expected.add((int) text.charAt(i));
          if (i > 0 && isWord(text.charAt(i - 1))) {
            expected.add(pair(text.charAt(i - 1), text.charAt(i)));
          }
        }
      }
      assertThat(Grams.of(text)).containsExactly(expected.toArray(new Integer[0]));
    }
  }

  private static boolean isWord(char c) {
    return " ,。".indexOf(c) < 0;
  }
}
