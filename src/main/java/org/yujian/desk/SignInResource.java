package org.yujian.desk;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.DeskSessionService;
import org.yujian.auth.SessionCookie;
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

  private final DeskSessionService sessions;
  private final SessionCookie cookie;
  private final SignInPage page;
  private final PublicUrl site;
  private final HttpServerRequest request;

  SignInResource(
      DeskSessionService sessions,
      SessionCookie cookie,
      SignInPage page,
      PublicUrl site,
      HttpServerRequest request) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.page = page;
    this.site = site;
    this.request = request;
  }

  @GET
  @Path("/sign-in")
  @Produces(DeskPages.HTML)
  @Operation(hidden = true)
  public Response form(@QueryParam("to") String to) {
    return page.show(new LocalPath(to), null, request);
  }

  /** Begins a new session, and ends the one that the browser had. */
  @POST
  @Path("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(DeskPages.HTML)
  @Operation(hidden = true)
  public Response signIn(@FormParam("key") String key, @FormParam("to") String to) {
    OwnPages.requireNamed(request, site);
    FormFields.require(Set.of("key", "to"), Set.of());
    LocalPath target = new LocalPath(to);
    return sessions
        .begin(key == null ? "" : key.strip())
        .map(secret -> page.open(target, secret, request))
        .orElseGet(() -> page.show(target, SignInError.WRONG_KEY, request));
  }

  @POST
  @Path("/sign-out")
  @Operation(hidden = true)
  public Response signOut() {
    OwnPages.requireNamed(request, site);
    cookie.value(request).ifPresent(sessions::end);
    return SignInPage.lead("/desk/sign-in").header(SignInPage.SET_COOKIE, cookie.remove()).build();
  }
}
