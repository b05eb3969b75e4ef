package org.yujian.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.Weighted;
import org.yujian.testing.Seed;

class LeadingPartsTest {
  private static final int ROUNDS = 3_000;
  private static final int MOST_PARTS = 9;

  private static LeadingParts of(int least, int... weights) {
    return LeadingParts.of(
        new Clause.AtLeast(
            IntStream.range(0, weights.length)
                .mapToObj(i -> new Weighted(new Clause.Word(IndexField.TEXT, "w" + i), weights[i]))
                .toList(),
            least));
  }

  private static int sum(List<Weighted> parts) {
    return parts.stream().mapToInt(Weighted::weight).sum();
  }

  @Test
  void noSubsetThatReachesTheBoundIsPassedOver() {
    Random random = Seed.random("LeadingPartsTest");
    for (int round = 0; round < ROUNDS; round++) {
      int most = 1 + random.nextInt(20);
      int[] weights = random.ints(1 + random.nextInt(MOST_PARTS), 1, most + 1).toArray();
      int least = 1 + random.nextInt(IntStream.of(weights).sum());
      LeadingParts parts = of(least, weights);
      assertThat(parts.needed()).isPositive();
      assertThat(parts.leading().size() + parts.others().size()).isEqualTo(weights.length);
      assertThat(sum(parts.others())).isLessThan(least);
      for (int set = 0; set < 1 << parts.leading().size(); set++) {
        int some = set;
        int reached =
            IntStream.range(0, parts.leading().size())
                .filter(i -> (some >> i & 1) == 1)
                .map(i -> parts.leading().get(i).weight())
                .sum();
        if (reached + sum(parts.others()) >= least) {
          assertThat(Integer.bitCount(set)).isGreaterThanOrEqualTo(parts.needed());
        }
      }
    }
  }

  @Test
  void equalWeightsAreCounted() {
    LeadingParts half = of(5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(half.needed()).isEqualTo(5);
    assertThat(half.others()).isEmpty();
  }

  @Test
  void aHeavyPartLeads() {
    LeadingParts one = of(7, 1, 10, 1, 1, 1);
    assertThat(one.leading()).extracting(Weighted::weight).containsExactly(10);
    assertThat(one.needed()).isEqualTo(1);
    assertThat(one.others()).hasSize(4);
  }

  @Test
  void allAreNeededForAllOfTheWeight() {
    LeadingParts all = of(6, 1, 2, 3);
    assertThat(all.leading().size() - all.needed()).isZero();
  }
}
