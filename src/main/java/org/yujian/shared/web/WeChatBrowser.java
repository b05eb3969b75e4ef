package org.yujian.shared.web;

import java.util.Locale;

/** Detects the browser inside WeChat, which opens no other app: pages explain how to leave. */
public final class WeChatBrowser {

  private static final String NAME = "micromessenger";

  private WeChatBrowser() {}

  public static boolean is(String userAgent) {
    return userAgent != null && userAgent.toLowerCase(Locale.ROOT).contains(NAME);
  }
}
