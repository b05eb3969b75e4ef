package org.yujian.shared.web;

import java.util.Locale;

/** Detects the browser inside WeChat. It opens no other app, so pages explain how to leave it. */
public final class WeChatBrowser {

  private static final String NAME = "micromessenger";

  private WeChatBrowser() {}

  /** Recognizes the value of the User-Agent header, which may be null. */
  public static boolean is(String userAgent) {
    return userAgent != null && userAgent.toLowerCase(Locale.ROOT).contains(NAME);
  }
}
