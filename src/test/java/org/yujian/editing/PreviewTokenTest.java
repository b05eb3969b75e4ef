package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DamagedText;

class PreviewTokenTest {

  @Test
  void noOtherTextIsTheToken() {
    byte[] secret = new byte[32];
    PreviewToken token =
        new PreviewToken(new UUID(1, 2), new UUID(3, 4), Instant.parse("2026-11-24T08:00:00Z"));
    String text = token.signed(secret);
    assertThat(PreviewToken.read(text, secret)).contains(token);
    for (String damaged : DamagedText.of(text)) {
      assertThat(PreviewToken.read(damaged, secret)).as(damaged).isEmpty();
    }
  }
}
