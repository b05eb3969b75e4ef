package org.yujian.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostCookieTest {

  @Test
  void overHttpsNoOtherHostCanSetIt() {
    HostCookie cookie = new HostCookie("yujian-reader", Duration.ofDays(400), true);
    assertThat(cookie.keep("yb_x"))
        .isEqualTo(
            "__Host-yujian-reader=yb_x; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure");
    assertThat(cookie.remove())
        .isEqualTo("__Host-yujian-reader=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
  }

  @Test
  void withoutHttpsBrowsersKeepItToo() {
    assertThat(new HostCookie("yujian-desk", Duration.ofDays(7), false).keep("ys_x"))
        .isEqualTo("yujian-desk=ys_x; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax");
  }
}
