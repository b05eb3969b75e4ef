package org.yujian.shared.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.yujian.shared.problem.ProblemCode;

/**
 * Refuses requests that a page of another site sends. Browsers name the sender of a form in {@code
 * Sec-Fetch-Site} or {@code Origin}; the few that send neither keep the reader's cookie back,
 * because it is {@code SameSite=Lax}.
 */
public final class OwnPages {

  private OwnPages() {}

  /**
   * @throws org.yujian.shared.problem.Problem {@code cross-site-request}
   */
  public static void require(HttpServerRequest request, PublicUrl site) {
    String fetchSite = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean own = fetchSite == null || fetchSite.equals("same-origin");
    if (own && fetchSite == null && origin != null) {
      own = isOwn(origin, request.getHeader("Host"), site);
    }
    if (!own) {
      throw ProblemCode.CROSS_SITE_REQUEST.problem();
    }
  }

  /** A proxy may end HTTPS, so the scheme of the server's own address is not known. */
  private static boolean isOwn(String origin, String host, PublicUrl site) {
    return site.known() && origin.equals(site.link(""))
        || host != null && authority(origin).filter(host::equals).isPresent();
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(new URI(origin).getRawAuthority());
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }
}
