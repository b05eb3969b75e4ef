package org.yujian.shared.html;

import java.util.Map;

/** Headers of every page: no scripts, no foreign content, no frames, no referrer. */
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
