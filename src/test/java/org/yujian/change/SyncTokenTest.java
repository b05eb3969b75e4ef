package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.testing.DamagedText;

class SyncTokenTest {
  private static final String FILTERS = "types=article";

  @Test
  void aTokenIsReadAsItWasWritten() {
    Random random = new Random(1);
    for (SyncToken token :
        List.of(
            new SyncToken(0, 0, 0, 0),
            new SyncToken(-1, Long.MAX_VALUE, Long.MIN_VALUE, -1),
            new SyncToken(random.nextLong(), 5, 6, random.nextLong()))) {
      String text = token.encode(FILTERS);
      assertThat(SyncToken.decode(text, FILTERS)).isEqualTo(token);
      assertThatThrownBy(() -> SyncToken.decode(text, "types=tag")).isInstanceOf(Problem.class);
    }
  }

  @Test
  void noOtherTextIsThatToken() {
    String text = new SyncToken(7, 8, 9, 10).encode(FILTERS);
    for (String damaged : DamagedText.of(text)) {
      assertThatThrownBy(() -> SyncToken.decode(damaged, FILTERS))
          .as(damaged)
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_SYNC_TOKEN));
    }
  }
}
