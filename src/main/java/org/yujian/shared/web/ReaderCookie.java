package org.yujian.shared.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** The cookie of a reader's browser. */
@ApplicationScoped
public class ReaderCookie {

  /** The longest time for which browsers keep a cookie. */
  public static final Duration LIFETIME = Duration.ofDays(400);

  private static final String NAME = "yujian-reader";

  private final HostCookie cookie;

  @Inject
  ReaderCookie(PublicUrl site) {
    cookie = new HostCookie(NAME, LIFETIME, site);
  }

  /** Whether a request may have the cookie; then its response is for one reader only. */
  public static boolean isSent(HttpServerRequest request) {
    return request.headers().getAll("Cookie").stream().anyMatch(line -> line.contains(NAME));
  }

  public Optional<String> value(HttpServerRequest request) {
    return cookie.value(request);
  }

  /** {@code Set-Cookie} that keeps the value for {@link #LIFETIME} from now. */
  public String keep(String value) {
    return cookie.keep(value);
  }

  /** {@code Set-Cookie} that removes the cookie. */
  public String remove() {
    return cookie.remove();
  }
}
