package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Seed;

/** The memory of the last change per scope: bounded, and never too low. */
class LastChangesTest {
  private static final List<UUID> IDS =
      IntStream.range(0, 40).mapToObj(i -> new UUID(i, i)).toList();

  @Test
  void whatIsNotKnownCountsAsChangedAtTheBegin() {
    LastChanges last = new LastChanges(10, 7);
    assertThat(last.of(Scope.tag("x"))).isEqualTo(7);
    last.add(change(8, IDS.get(0)));
    assertThat(last.of(Scope.thing(IDS.get(0)))).isEqualTo(8);
    assertThat(last.of(Scope.all(ChangedThing.ARTICLE))).isEqualTo(8);
    assertThat(last.of(Scope.tag("x"))).isEqualTo(7);
  }

  /** Against a map without bound: never lower, and equal for what changed lately. */
  @Test
  void whatWasForgottenCountsAsChangedLater() {
    Random random = Seed.random("lastChanges");
    LastChanges last = new LastChanges(20, 0);
    Map<Scope, Long> all = new HashMap<>();
    for (long seq = 1; seq <= 2_000; seq += 1 + random.nextInt(3)) {
      CommittedChange change = change(seq, IDS.get(random.nextInt(IDS.size())));
      last.add(change);
      for (Scope scope : change.scopes()) {
        all.put(scope, seq);
      }
      for (UUID id : IDS) {
        assertThat(last.of(Scope.thing(id))).isBetween(all.getOrDefault(Scope.thing(id), 0L), seq);
      }
      assertThat(last.of(Scope.thing(change.id()))).isEqualTo(seq);
    }
  }

  private static CommittedChange change(long seq, UUID id) {
    return new CommittedChange(
        seq,
        seq,
        Instant.EPOCH,
        ChangedThing.ARTICLE,
        id,
        1,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
