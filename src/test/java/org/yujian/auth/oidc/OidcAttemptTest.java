package org.yujian.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OidcAttemptTest {

  @Test
  void theBrowserThatBeganItGoesOn() {
    OidcAttempt attempt = OidcAttempt.begin("/desk/x?q=一");
    assertThat(OidcAttempt.resume(attempt.secret(), attempt.state())).contains(attempt);
    assertThat(attempt.verifier()).matches("[A-Za-z0-9_-]{43}");
    assertThat(List.of(attempt.nonce(), attempt.verifier(), attempt.secret()))
        .doesNotHaveDuplicates()
        .noneMatch(attempt.state()::contains);
    assertThat(attempt.toString()).doesNotContain(attempt.secret());
  }

  @Test
  void anotherBrowserDoesNot() {
    OidcAttempt attempt = OidcAttempt.begin("/desk");
    OidcAttempt other = OidcAttempt.begin("/desk/keys");
    String swapped = attempt.state().split("\\.")[0] + "." + other.state().split("\\.")[1];
    for (String state :
        List.of(other.state(), swapped, "", ".", "x", "x.y", attempt.state() + "=", "x.\u0000")) {
      assertThat(OidcAttempt.resume(attempt.secret(), state)).as(state).isEmpty();
    }
  }
}
