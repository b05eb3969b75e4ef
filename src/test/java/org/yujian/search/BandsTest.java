package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
      double close = Math.exp(-random.nextInt(60));
      List<Part> parts =
          Bands.newestFirst(oldest, newest, 21, (from, to) -> close * (to - from + 1));
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
    for (int years : new int[] {1, 10}) {
      long oldest = newest - years * 365 * day;
      for (double hits : new double[] {0, 1, 100, 10_000, 1e6, 1e9}) {
        Density even = new Density(new long[] {oldest, newest});
        List<Part> parts =
            Bands.newestFirst(oldest, newest, 21, (from, to) -> hits * even.share(from, to));
        assertThat(parts).as("%.0f in %d years", hits, years).hasSizeLessThan(100);
      }
    }
  }

  /** An archive of 200 days, and a day after a time of nothing: a hundredth each. */
  @Test
  void aTimeWithoutArticlesIsPassedOverByLongParts() {
    long day = 86_400L * 8_000_000;
    long newest = 1_790_000_000L * 8_000_000;
    long archive = newest - 1_000 * day;
    long oldest = archive - 198 * day;
    long[] bounds =
        LongStream.concat(
                LongStream.rangeClosed(0, 99).map(i -> oldest + 2 * i * day), LongStream.of(newest))
            .toArray();
    Density density = new Density(bounds);
    List<Part> parts =
        Bands.newestFirst(oldest, newest, 21, (from, to) -> 8_000 * density.share(from, to));
    assertThat(parts.stream().filter(part -> part.to() > archive)).hasSizeLessThan(40);
    Part first = parts.stream().filter(part -> part.to() <= archive).findFirst().orElseThrow();
    assertThat(first.to() - first.from()).as("no month of the archive").isLessThan(3 * day);
  }

  /** What the mark stands for is gathered whole, also above the place of a deep page. */
  @Test
  void aPlaceAtTheBeginOfACrowdedPartDoesNotLeadToAllOfIt() {
    long begin = 50L << 48;
    double perPlace = 1_000.0 / (1L << 44);
    List<Part> parts =
        Bands.newestFirst(0, begin + 1_000, 21, (from, to) -> perPlace * (to - from + 1));
    assertThat(parts.get(0).mark()).isEqualTo(Bands.mark(0, begin));
    assertThat(parts.get(1).to()).isEqualTo(begin - 1);
  }

  @Test
  void aHistogramSaysWhichPartLiesWhere() {
    Density density = new Density(new long[] {100, 200, 400});
    assertThat(density.share(0, 99)).isZero();
    assertThat(density.share(101, 200)).isEqualTo(0.5);
    assertThat(density.share(201, 300)).isEqualTo(0.25);
    assertThat(density.share(401, 1_000)).isZero();
    assertThat(density.share(Long.MIN_VALUE + 1, Long.MAX_VALUE)).isEqualTo(1);
    assertThat(new Density(new long[] {6, 7}).share(7, 7)).isEqualTo(1);
    assertThat(new Density(new long[0]).share(0, 10)).isZero();
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

  @Test
  void noWordHasAMarkAmongItsGrams() {
    for (int c = Bands.FIRST >> 16; c <= (Bands.BEYOND - 1) >> 16; c++) {
      assertThat(Grams.isWord((char) c)).isFalse();
    }
    assertThat(Arrays.stream(Bands.marks(Long.MAX_VALUE))).allMatch(mark -> mark < Bands.BEYOND);
    assertThat(Arrays.stream(Bands.marks(-1))).allMatch(mark -> mark >= Bands.FIRST);
  }
}
