package org.yujian.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FollowTargetTest {
  private static final Instant NOW = Instant.EPOCH;

  private final FollowTarget target = new FollowTarget("豫园", FollowTarget.State.HIDDEN, NOW);

  @Test
  void aHiddenTargetOpensOnce() {
    assertThat(target.open(NOW)).isTrue();
    assertThat(target.open(NOW)).isFalse();
    assertThat(target.state).isEqualTo(FollowTarget.State.OPEN);
  }

  @Test
  void aClosedTargetStaysClosed() {
    target.close(NOW);
    assertThat(target.open(NOW.plusSeconds(1))).isFalse();
    assertThat(target.state).isEqualTo(FollowTarget.State.CLOSED);
    assertThat(target.updatedAt).isEqualTo(NOW);
  }
}
