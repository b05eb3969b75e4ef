package org.yujian.auth;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.web.HostCookie;
import org.yujian.shared.web.PublicUrl;

/** The cookie of somebody who signed in at the desk. */
@ApplicationScoped
public class SessionCookie {

  private static final String NAME = "yujian-desk";

  private final HostCookie cookie;

  SessionCookie(Settings settings, PublicUrl site) {
    cookie = new HostCookie(NAME, settings.desk().sessionLifetime(), site);
  }

  /** The secret of a session, which may have ended. */
  public Optional<String> value(HttpServerRequest request) {
    return cookie.value(request);
  }

  /** {@code Set-Cookie} for a new session. */
  public String keep(String secret) {
    return cookie.keep(secret);
  }

  /** {@code Set-Cookie} that removes the cookie. */
  public String remove() {
    return cookie.remove();
  }
}
