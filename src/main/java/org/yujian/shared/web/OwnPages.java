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
    require(request, site, true);
  }

  /**
   * Like {@link #require}, but also refuses requests with neither header, where more is at stake
   * than what a reader follows.
   *
   * @throws org.yujian.shared.problem.Problem {@code cross-site-request}
   */
  public static void requireNamed(HttpServerRequest request, PublicUrl site) {
    require(request, site, false);
  }

  private static void require(HttpServerRequest request, PublicUrl site, boolean unnamed) {
    String fetchSite = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean own;
    if (fetchSite != null) {
      own = fetchSite.equals("same-origin");
    } else if (origin != null) {
      own = isOwn(origin, request.getHeader("Host"), site);
    } else {
      own = unnamed;
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
