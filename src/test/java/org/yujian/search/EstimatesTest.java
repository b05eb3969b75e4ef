package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.search.CountRepository.Sampled;
import org.yujian.search.Estimates.Demand;
import org.yujian.search.Estimates.Estimate;
import org.yujian.search.GramShareRepository.Sample;

/** What a sample says of how many there are, and when it is sure that nobody would count them. */
class EstimatesTest {
  private static final int SIZE = 100;

  private static Sample sample(int parts) {
    return new Sample(new int[parts], IntStream.range(0, parts).map(i -> SIZE).toArray());
  }

  private static Estimate judge(long articles, Demand demand, int parts, int... there) {
    List<Sampled> met =
        IntStream.range(0, parts)
            .mapToObj(i -> new Sampled(there[i % there.length], 3, 3))
            .toList();
    return Estimates.judge(met, sample(parts), 0.5, articles, demand);
  }

  @Test
  void evenPartsMayAllLieWhereTheWordIs() {
    // Of 100 40: 1,760 and 1,800 about, of which 0.01^(1/8) must be more than 1,000.
    assertThat(judge(4_400, Demand.OF_FIRST, 8, 40).many()).isFalse();
    assertThat(judge(4_500, Demand.OF_FIRST, 8, 40).many()).isTrue();
    // 1,440 and 1,480, 0.0001^(1/24).
    assertThat(judge(3_600, Demand.OF_ALL, 24, 40).many()).isFalse();
    assertThat(judge(3_700, Demand.OF_ALL, 24, 40).many()).isTrue();
  }

  @Test
  void wavesAreAnError() {
    assertThat(judge(100_000, Demand.OF_FIRST, 8, 40, 0).many()).isFalse();
    assertThat(judge(100_000, Demand.OF_FIRST, 8, 40, 30).many()).isTrue();
  }

  @Test
  void fewPartsAreNeverSure() {
    assertThat(judge(1_000_000, Demand.OF_ALL, 5, 40).many()).isFalse();
    assertThat(judge(1_000_000, Demand.OF_ALL, 6, 40).many()).isTrue();
  }

  @Test
  void hitsAreThePartOfTheTextsThatWereRead() {
    Estimate estimate =
        Estimates.judge(
            List.of(new Sampled(40, 4, 1), new Sampled(20, 4, 3)),
            sample(2),
            0.5,
            1_000,
            Demand.OF_ALL);
    assertThat(estimate.grams()).isEqualTo(60.0 / 200);
    assertThat(estimate.hits()).isEqualTo(25.0 / 200);
  }

  @Test
  void whereNotAllWereCountedTheRarestGramIsTheLimit() {
    Estimate estimate = judge(1_000, Demand.OF_ALL, 6, 50);
    assertThat(estimate.grams()).isEqualTo(0.5);
    estimate =
        Estimates.judge(List.of(new Sampled(50, 5, 1)), sample(1), 0.8, 1_000, Demand.OF_ALL);
    assertThat(estimate.grams()).isEqualTo(0.8);
    assertThat(estimate.hits()).isCloseTo(0.16, within(1e-9));
  }
}
