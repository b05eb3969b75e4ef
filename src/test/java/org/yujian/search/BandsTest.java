package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.search.Bands.Part;
import org.yujian.search.text.Grams;
import org.yujian.testing.Seed;

/** Parts of the feed have every place of it in them, once, and the newest come first. */
class BandsTest {
  private static final int LENGTHS = 4;
  private static final long LONGEST = 1L << 54;

  private final Random random = Seed.random("BandsTest");

  @Test
  void everyPlaceLiesInOnePartAndPartsAreInOrder() {
    for (int i = 0; i < 2_000; i++) {
      long newest = random.nextLong(LONGEST);
      long oldest = newest - (long) Math.exp(random.nextDouble() * Math.log(newest + 1));
      List<Part> parts = Bands.newestFirst(random.nextInt(LENGTHS), oldest, newest);
      int before = -1;
      long place = newest;
      for (int steps = 0; steps < 50; steps++) {
        int part = part(parts, place);
        assertThat(part).as("%d of %d to %d", place, oldest, newest).isGreaterThanOrEqualTo(before);
        before = part;
        place = Math.max(oldest, place - random.nextLong((newest - oldest) / 20 + 2));
      }
      assertThat(part(parts, oldest)).as("%d to %d", oldest, newest).isEqualTo(parts.size() - 1);
      assertThat(part(parts, newest)).isZero();
    }
  }

  private static int part(List<Part> parts, long place) {
    int[] marks = Bands.marks(place);
    int[] found =
        IntStream.range(0, parts.size())
            .filter(i -> Arrays.stream(marks).anyMatch(mark -> mark == parts.get(i).mark()))
            .toArray();
    assertThat(found).as("parts of %d", place).hasSize(1);
    int[] within =
        IntStream.range(0, parts.size())
            .filter(i -> parts.get(i).from() <= place && place <= parts.get(i).to())
            .toArray();
    assertThat(within).as("bounds of the part of %d", place).containsExactly(found);
    return found[0];
  }

  @Test
  void aShortWayBackAsksForFewParts() {
    long day = 86_400L * 8_000_000;
    long newest = 1_790_000_000L * 8_000_000;
    assertThat(Bands.newestFirst(0, newest - 10 * day, newest)).hasSizeLessThan(40);
    assertThat(Bands.newestFirst(0, newest - 3_650 * day, newest)).hasSizeLessThan(100);
    assertThat(Bands.newestFirst(3, newest - 3_650 * day, newest)).hasSizeLessThan(12);
  }

  @Test
  void theLengthFollowsHowCloseThingsLie() {
    long year = 365 * 86_400L * 8_000_000;
    assertThat(Bands.length(0, 0, year, 20)).isEqualTo(LENGTHS - 1);
    assertThat(Bands.length(100, 0, year, 20)).isEqualTo(LENGTHS - 1);
    assertThat(Bands.length(100_000, 0, year, 20)).isZero();
    assertThat(Bands.length(1_000, 0, year, 20)).isEqualTo(2);
    assertThat(Bands.length(10_000_000, 0, year, 20)).isZero();
  }

  /** A little less than a page in a part is no reason to look through 16 times as much. */
  @Test
  void aLengthIsCheapestWhereAPageOfHitsTakesFewPartsAndFewCandidates() {
    long year = 1L << 48;
    assertThat(Bands.cheapest(16 * 256, 16 * 256, 0, year - 1, 21)).isEqualTo(1);
    assertThat(Bands.cheapest(16 * 256, 16 * 256 * 8, 0, year - 1, 21)).isEqualTo(1);
    assertThat(Bands.cheapest(16 * 4096, 16 * 4096, 0, year - 1, 21)).isZero();
    assertThat(Bands.cheapest(16 * 16, 16 * 16, 0, year - 1, 21)).isEqualTo(2);
    assertThat(Bands.cheapest(16, 16, 0, year - 1, 21)).isEqualTo(3);
    assertThat(Bands.cheapest(0, 0, 0, year - 1, 21)).isEqualTo(3);
  }

  @Test
  void noWordHasAMarkAmongItsGrams() {
    for (int c = Bands.FIRST >> 16; c <= (Bands.BEYOND - 1) >> 16; c++) {
      assertThat(Grams.isWord((char) c)).isFalse();
    }
    assertThat(Arrays.stream(Bands.marks(Long.MAX_VALUE))).allMatch(mark -> mark < Bands.BEYOND);
    assertThat(Arrays.stream(Bands.marks(-1))).allMatch(mark -> mark >= Bands.FIRST);
  }
}
