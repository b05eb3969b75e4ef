package org.yujian.shared.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first-party cookie of a reader's browser. Over HTTPS it has the prefix {@code __Host-} (RFC
 * 6265bis, section 4.1.3), so that no other host can set it.
 */
@ApplicationScoped
public class ReaderCookie {

  /** The longest time for which browsers keep a cookie. */
  public static final Duration LIFETIME = Duration.ofDays(400);

  private static final String NAME = "yujian-reader";
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{20,100}");

  private final String name;
  private final String attributes;

  @Inject
  ReaderCookie(PublicUrl site) {
    this(site.link("").startsWith("https:"));
  }

  ReaderCookie(boolean secure) {
    name = secure ? "__Host-" + NAME : NAME;
    attributes = "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
  }

  /** Whether a request may have the cookie; then its response is for one reader only. */
  public static boolean isSent(HttpServerRequest request) {
    return request.headers().getAll("Cookie").stream().anyMatch(line -> line.contains(NAME));
  }

  public Optional<String> value(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name))
        .map(Cookie::getValue)
        .filter(VALUE.asMatchPredicate());
  }

  /** {@code Set-Cookie} that keeps the value for {@link #LIFETIME} from now. */
  public String keep(String value) {
    return header(value, LIFETIME.toSeconds());
  }

  /** {@code Set-Cookie} that removes the cookie. */
  public String remove() {
    return header("", 0);
  }

  private String header(String value, long seconds) {
    return String.format(
        Locale.ROOT, "%s=%s; Path=/; Max-Age=%d%s", name, value, seconds, attributes);
  }
}
