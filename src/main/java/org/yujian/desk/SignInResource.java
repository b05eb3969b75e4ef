package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.DeskSessionService;
import org.yujian.auth.SessionCookie;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.web.FormFields;
import org.yujian.shared.web.OwnPages;
import org.yujian.shared.web.PublicUrl;

/**
 * Signing in at the desk with a key, and signing out. Works without scripts. Guesses count for the
 * limit of writes of the address.
 */
@Path("/desk")
@PermitAll
class SignInResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance signIn(String to, boolean wrong, PageLanguage language);
  }

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final String SET_COOKIE = "Set-Cookie";
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;

  /** The form was understood and shows what to correct, which a problem could not. */
  private static final int WRONG_KEY = 422;

  private final DeskSessionService sessions;
  private final SessionCookie cookie;
  private final PublicUrl site;
  private final HttpServerRequest request;

  SignInResource(
      DeskSessionService sessions,
      SessionCookie cookie,
      PublicUrl site,
      HttpServerRequest request) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.site = site;
    this.request = request;
  }

  @GET
  @Path("/sign-in")
  @Produces(HTML)
  @Operation(hidden = true)
  public Response page(
      @QueryParam("to") String to, @HeaderParam("Accept-Language") String acceptLanguage) {
    return form(OK, new LocalPath(to), acceptLanguage);
  }

  /** Begins a new session, and ends the one that the browser had. */
  @POST
  @Path("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(HTML)
  @Operation(hidden = true)
  public Response signIn(
      @FormParam("key") String key,
      @FormParam("to") String to,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    OwnPages.requireNamed(request, site);
    FormFields.require(Set.of("key", "to"), Set.of());
    LocalPath target = new LocalPath(to);
    Optional<String> begun = sessions.begin(key == null ? "" : key.strip());
    if (begun.isEmpty()) {
      return form(WRONG_KEY, target, acceptLanguage);
    }
    cookie.value(request).ifPresent(sessions::end);
    return lead(target.value(), cookie.keep(begun.get()));
  }

  @POST
  @Path("/sign-out")
  @Operation(hidden = true)
  public Response signOut() {
    OwnPages.requireNamed(request, site);
    cookie.value(request).ifPresent(sessions::end);
    return lead("/desk/sign-in", cookie.remove());
  }

  private static Response form(int status, LocalPath to, String acceptLanguage) {
    PageLanguage language = PageLanguage.of(acceptLanguage);
    String page =
        Templates.signIn(to.value(), status == WRONG_KEY, language)
            .setLocale(language.locale())
            .render();
    return Response.status(status)
        .entity(page)
        .type(HTML)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.VARY, "Accept-Language")
        .header("X-Robots-Tag", "noindex")
        .build();
  }

  /** {@code Location} stays path-absolute: a URI would contain the host that the client claims. */
  private static Response lead(String path, String setCookie) {
    return Response.status(SEE_OTHER)
        .header(HttpHeaders.LOCATION, path)
        .header(SET_COOKIE, setCookie)
        .build();
  }
}
