package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.yujian.auth.DeskSessionService;
import org.yujian.auth.SessionCookie;
import org.yujian.auth.oidc.OidcProvider;
import org.yujian.shared.html.PageLanguage;

/** The page with the ways to sign in, and what follows after each of them. */
@ApplicationScoped
class SignInPage {

  static final String SET_COOKIE = "Set-Cookie";

  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final String RETRY_SECONDS = "30";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    /**
     * @param provider name of the identity provider; null without one
     * @param error null when nothing was tried
     * @param wrong whether the error is about the key
     */
    static native TemplateInstance signIn(
        LocalPath to, String provider, SignInError error, boolean wrong, PageLanguage language);
  }

  private final OidcProvider provider;
  private final DeskSessionService sessions;
  private final SessionCookie cookie;

  SignInPage(OidcProvider provider, DeskSessionService sessions, SessionCookie cookie) {
    this.provider = provider;
    this.sessions = sessions;
    this.cookie = cookie;
  }

  /**
   * @param error null when nothing was tried. These are no problem documents, because people go on
   *     from the page.
   */
  Response show(LocalPath to, SignInError error, HttpServerRequest request) {
    PageLanguage language = PageLanguage.of(request.getHeader("Accept-Language"));
    String label = provider.enabled() ? provider.label() : null;
    String html =
        Templates.signIn(to, label, error, error == SignInError.WRONG_KEY, language)
            .setLocale(language.locale())
            .render();
    Response.ResponseBuilder page =
        Response.status(error == null ? OK : error.status)
            .entity(html)
            .type(DeskPages.HTML)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
            .header(HttpHeaders.VARY, "Accept-Language")
            .header("X-Robots-Tag", "noindex");
    return error == SignInError.AWAY
        ? page.header("Retry-After", RETRY_SECONDS).build()
        : page.build();
  }

  /** Opens a page in a session that began; the one that the browser had ends. */
  Response open(LocalPath to, String secret, HttpServerRequest request) {
    cookie.value(request).ifPresent(sessions::end);
    return lead(to.value()).header(SET_COOKIE, cookie.keep(secret)).build();
  }

  /** {@code Location} stays path-absolute: a URI would contain the host that the client claims. */
  static Response.ResponseBuilder lead(String address) {
    return Response.status(SEE_OTHER).header(HttpHeaders.LOCATION, address);
  }
}
