package org.yujian.follow;

/**
 * What a landing page shows to a browser without the app.
 *
 * @param path path of the landing page
 * @param known whether the browser has a reader
 * @param returned whether the page was reached by following on it
 */
public record BrowserFollow(String path, boolean known, boolean following, boolean returned) {

  /** Query parameter of the page that its own forms lead to; the value changes nothing. */
  static final String FOLLOWED = "followed";

  /** The browser did not keep the cookie, so it follows nothing that the reader could see. */
  public boolean forgot() {
    return returned && !known;
  }
}
