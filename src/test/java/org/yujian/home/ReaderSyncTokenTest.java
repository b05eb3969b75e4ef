package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.change.SyncToken;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.testing.DamagedText;

class ReaderSyncTokenTest {

  @Test
  void noOtherTextIsTheToken() {
    UUID reader = UUID.fromString("0190a000-0000-7000-8000-000000000000");
    ReaderSyncToken token =
        new ReaderSyncToken(
            ReaderSyncToken.begin(reader, new SyncToken(1, 2, 3, 4)).reader(),
            5,
            6,
            new ReaderSyncToken.Arrival(7, 8, 9),
            new SyncToken(1, 2, 3, 4));
    String text = token.encode();
    assertThat(ReaderSyncToken.decode(text)).isEqualTo(token);
    for (String damaged : DamagedText.of(text)) {
      assertThatThrownBy(() -> ReaderSyncToken.decode(damaged))
          .as(damaged)
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_SYNC_TOKEN));
    }
  }
}
