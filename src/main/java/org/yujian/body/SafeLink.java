package org.yujian.body;

import java.util.Locale;
import java.util.regex.Pattern;

/** Checks addresses in a body. Links may use http, https and mailto, so that no link runs code. */
public final class SafeLink {

  private static final Pattern SAFE = Pattern.compile("(?:https?://|mailto:)[^\\s\\p{Cntrl}]+");

  /** Pictures may also have an absolute path on this server. */
  private static final Pattern PICTURE =
      Pattern.compile("(?:https?://|/(?![/\\\\]))[^\\s\\p{Cntrl}]+");

  private SafeLink() {}

  public static boolean isSafe(String href) {
    return href != null && SAFE.matcher(href.toLowerCase(Locale.ROOT)).matches();
  }

  /** True if a picture in a body may have this address. */
  public static boolean isPicture(String url) {
    return url != null && PICTURE.matcher(url.toLowerCase(Locale.ROOT)).matches();
  }
}
