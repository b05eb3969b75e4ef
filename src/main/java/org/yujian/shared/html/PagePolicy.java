package org.yujian.shared.html;

import java.util.Map;

/** Headers of every page: no script, nothing from elsewhere, no frame, no trace left by links. */
public final class PagePolicy {

  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; img-src 'self' data:; style-src 'self'; form-action 'self';"
              + " base-uri 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer");

  private PagePolicy() {}
}
