package org.yujian.follow;

/**
 * How a page leads into the app.
 *
 * @param link opens the app at this code; null: there is none
 * @param iosStore where to get the app; null where nobody said
 * @param weChat the page is open inside WeChat, which opens no other app
 */
public record AppOffer(String link, String iosStore, String androidStore, boolean weChat) {

  /** Whether there is a place to get it from. */
  public boolean hasStore() {
    return iosStore != null || androidStore != null;
  }
}
