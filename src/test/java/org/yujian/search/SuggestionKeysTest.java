package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yujian.search.SuggestionKeys.Key;
import org.yujian.search.text.Folding;

/** By which beginnings titles are found. */
class SuggestionKeysTest {

  private static List<Integer> places(String term) {
    return SuggestionKeys.ofTerm(Folding.fold(term)).stream().map(Key::place).distinct().toList();
  }

  @Test
  void keysBeginAtTheWordsOfATitle() {
    assertThat(SuggestionKeys.ofTerm("小区停电通知"))
        .extracting(key -> key.place() + key.key())
        .containsExactly(
            "0小区停电通知",
            "0xiaoqutingdiantongzhi",
            "0xqtdtz",
            "2停电通知",
            "2tingdiantongzhi",
            "2tdtz",
            "4通知",
            "4tongzhi",
            "4tz");
    assertThat(places("AI人工智能进社区")).startsWith(0, 2);
    // The dictionary lacks 公积金.
    assertThat(places("老城公积金")).containsExactly(0, 1, 2, 3);
    assertThat(places("通知：停水安排")).containsExactly(0);
    assertThat(places("甲区、乙区、丙区、丁区停水")).containsExactly(0, 6, 8);
  }

  @Test
  void aTitleHasABoundedNumberOfKeysAtTheBeginningsOfWords() {
    long seed = System.nanoTime();
    System.out.println("SuggestionKeysTest seed " + seed);
    Random random = new Random(seed);
    String characters = "的一是在不了有和人这中大为上个国我以要他：，。 a1\uD842\uDFB7ü";
    for (int i = 0; i < 500; i++) {
      StringBuilder title = new StringBuilder();
      int[] all = characters.codePoints().toArray();
      for (int n = random.nextInt(200); n > 0; n--) {
        title.appendCodePoint(all[random.nextInt(all.length)]);
      }
      String folded = Folding.fold(title.toString());
      String plain = SuggestionKeys.plain(folded);
      List<Key> keys = SuggestionKeys.ofTerm(folded);
      assertThat(keys).as(title.toString()).hasSizeLessThanOrEqualTo(9 + 10 * 3);
      for (Key key : keys) {
        assertThat(key.place()).isBetween(0, plain.codePointCount(0, plain.length()));
        assertThat(key.key().length()).isBetween(1, SuggestionKeys.LONGEST);
      }
    }
  }
}
