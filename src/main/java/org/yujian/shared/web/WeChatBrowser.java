package org.yujian.shared.web;

import java.util.Locale;

/** The browser inside WeChat, which opens no other app: its pages say how to leave it. */
public final class WeChatBrowser {

  private static final String NAME = "micromessenger";

  private WeChatBrowser() {}

  /**
   * @param userAgent the request's header, or null
   */
  public static boolean is(String userAgent) {
    return userAgent != null && userAgent.toLowerCase(Locale.ROOT).contains(NAME);
  }
}
