package org.yujian.shared.html;

import java.util.Map;

/** Headers of every page: no scripts, no foreign content, no frames, no referrer. */
public final class PagePolicy {

  public static final String CONTENT_POLICY = "Content-Security-Policy";

  private static final String CONTENT =
      "default-src 'none'; img-src 'self' data:; style-src 'self'; manifest-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Content policy of pages with a script file of this server; inline scripts stay refused. */
  static final String WITH_SCRIPTS =
      CONTENT + "; script-src 'self'; worker-src 'self'; connect-src 'self'";

  /** Content policy of the desk, whose pages show pictures before they are uploaded. */
  public static final String DESK =
      CONTENT.replace("data:", "data: blob:") + "; script-src 'self'; connect-src 'self'";

  public static final Map<String, String> HEADERS =
      Map.of(CONTENT_POLICY, CONTENT, "Referrer-Policy", "no-referrer");

  private PagePolicy() {}
}
