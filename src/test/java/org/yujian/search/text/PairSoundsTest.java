package org.yujian.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairSoundsTest {

  @Test
  void aWordIsReadAsAWord() {
    assertThat(PairSounds.of("重庆")).containsExactly("chong'qing");
    assertThat(PairSounds.of("音乐")).containsExactly("yin'yue");
    assertThat(PairSounds.of("银行")).contains("yin'hang");
  }

  @Test
  void outsideOfKnownWordsAllUsualReadingsCount() {
    assertThat(PairSounds.of("行园")).containsExactlyInAnyOrder("xing'yuan", "hang'yuan");
    assertThat(PairSounds.of("行重")).hasSize(4);
  }

  @Test
  void homophonesShareTheirSound() {
    assertThat(PairSounds.of("豫圆")).isEqualTo(PairSounds.of("豫园"));
    assertThat(PairSounds.of("公机金")).isEqualTo(PairSounds.of("公积金"));
  }

  @Test
  void nothingElseHasASound() {
    assertThat(PairSounds.of("")).isEmpty();
    assertThat(PairSounds.of("豫")).isEmpty();
    assertThat(PairSounds.of("豫a园，会 灯\uD842\uDFB7票")).isEmpty();
  }

  @Test
  void theSoundsOfATextAreThoseOfItsPlaces() {
    long seed = System.nanoTime();
    System.out.println("PairSoundsTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.appendCodePoint(
            random.nextInt(9) == 0
                ? random.nextInt(Character.MAX_CODE_POINT + 1)
                : 0x4E00 + random.nextInt(5000));
      }
      List<Set<String>> places = PairSounds.byPlace(text.toString());
      assertThat(places).hasSize(text.length()).allMatch(sounds -> sounds.size() <= 4);
      Set<String> all = new LinkedHashSet<>();
      places.forEach(all::addAll);
      assertThat(PairSounds.of(text.toString())).isEqualTo(new ArrayList<>(all));
    }
  }
}
