package org.yujian.shared.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A first-party cookie with a secret, which scripts cannot read. Over HTTPS it has the prefix
 * {@code __Host-} (RFC 6265bis, section 4.1.3), so that no other host can set it.
 */
public final class HostCookie {

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{20,100}");

  private final String name;
  private final Duration lifetime;
  private final String attributes;

  /** The cookie of the site's pages, over HTTPS if its public address is. */
  public HostCookie(String name, Duration lifetime, PublicUrl site) {
    this(name, lifetime, site.link("").startsWith("https:"));
  }

  HostCookie(String name, Duration lifetime, boolean secure) {
    this.name = secure ? "__Host-" + name : name;
    this.lifetime = lifetime;
    attributes = "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
  }

  public Optional<String> value(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name))
        .map(Cookie::getValue)
        .filter(VALUE.asMatchPredicate());
  }

  /** {@code Set-Cookie} that keeps the value for the cookie's lifetime from now. */
  public String keep(String value) {
    return header(value, lifetime.toSeconds());
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
