package org.yujian.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The key of every feed: later editions first, the lead before the others, none shared. */
class FeedOrderPropertyTest {
  private static final long YEAR_2200 = 7_258_118_400_000_000L;

  @Property
  void isTheOrderOfMomentThenPosition(
      @ForAll @LongRange(min = 0, max = YEAR_2200) long micros,
      @ForAll @LongRange(min = -2, max = 2) long apart,
      @ForAll @IntRange(min = 1, max = 8) int position,
      @ForAll @IntRange(min = 1, max = 8) int otherPosition) {
    long other = Math.max(0, micros + apart);
    int expected =
        other != micros ? Long.compare(micros, other) : Integer.compare(otherPosition, position);
    assertThat(Long.compare(key(micros, position), key(other, otherPosition))).isEqualTo(expected);
  }

  @Property
  void microsComeBack(@ForAll @LongRange(min = 0, max = YEAR_2200) long micros) {
    assertThat(FeedOrder.micros(FeedOrder.instant(micros))).isEqualTo(micros);
  }

  @Property
  void whateverACursorSaysIsATimeThatTheDatabaseKnows(@ForAll long micros) {
    assertThat(FeedOrder.instant(micros))
        .isBetween(Instant.EPOCH, Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS));
  }

  @Example
  void isMicrosecondsTimesEightAndTheRest() {
    Instant moment = Instant.parse("2026-11-24T08:00:00.123456Z");
    assertThat(FeedOrder.of(moment, 1)).isEqualTo(1_795_507_200_123_456L * 8 + 7);
    assertThat(FeedOrder.of(moment, 8)).isEqualTo(1_795_507_200_123_456L * 8);
  }

  private static long key(long micros, int position) {
    return FeedOrder.of(FeedOrder.instant(micros), position);
  }
}
