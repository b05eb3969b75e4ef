package org.yujian.shared.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.testing.DamagedText;

class CursorTest {
  private static final List<PageKey> KEYS =
      List.of(
          PageKey.feed(-123_456_789L),
          PageKey.named("豫园", new UUID(1, 2)),
          new PageKey.Ranked(
              1, 0.5, 7, 9, new PageKey.Basis(List.of(1L, 2L), List.of(0.25, 1e-9))));

  @Test
  void noOtherTextIsTheCursor() {
    for (PageKey key : KEYS) {
      Cursor cursor = new Cursor(Direction.DOWN, key);
      String text = cursor.encode("filters");
      assertThat(Cursor.decode(text, "filters", PageKey.class)).isEqualTo(cursor);
      for (String damaged : DamagedText.of(text)) {
        assertThatThrownBy(() -> Cursor.decode(damaged, "filters", PageKey.class))
            .as(damaged)
            .isInstanceOfSatisfying(
                Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_CURSOR));
      }
    }
  }
}
