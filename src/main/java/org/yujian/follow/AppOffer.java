package org.yujian.follow;

/**
 * Links from a landing page into the app.
 *
 * @param link opens the app at this code; null without an app link
 * @param iosStore where to get the app; null when not configured
 * @param weChat whether the page is open inside WeChat, which opens no other app
 */
public record AppOffer(String link, String iosStore, String androidStore, boolean weChat) {

  public boolean hasStore() {
    return iosStore != null || androidStore != null;
  }
}
