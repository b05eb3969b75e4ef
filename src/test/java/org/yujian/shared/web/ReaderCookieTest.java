package org.yujian.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReaderCookieTest {

  @Test
  void overHttpsNoOtherHostCanSetIt() {
    ReaderCookie cookie = new ReaderCookie(true);
    assertThat(cookie.keep("yb_x"))
        .isEqualTo(
            "__Host-yujian-reader=yb_x; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure");
    assertThat(cookie.remove())
        .isEqualTo("__Host-yujian-reader=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
  }
}
