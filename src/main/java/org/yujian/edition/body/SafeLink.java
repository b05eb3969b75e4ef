package org.yujian.edition.body;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses a link in a body may have: http, https and mailto, nothing that runs. */
public final class SafeLink {

  private static final Pattern SAFE = Pattern.compile("(?:https?://|mailto:)[^\\s\\p{Cntrl}]+");

  /** Pictures may also lie on this server, under a path of its own. */
  private static final Pattern PICTURE =
      Pattern.compile("(?:https?://|/(?![/\\\\]))[^\\s\\p{Cntrl}]+");

  private SafeLink() {}

  public static boolean isSafe(String href) {
    return href != null && SAFE.matcher(href.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether a picture in a body may have this address. */
  public static boolean isPicture(String url) {
    return url != null && PICTURE.matcher(url.toLowerCase(Locale.ROOT)).matches();
  }
}
