package org.yujian.desk;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.yujian.auth.DeskSessionService;
import org.yujian.auth.Person;
import org.yujian.auth.oidc.OidcAttempt;
import org.yujian.auth.oidc.OidcProvider;
import org.yujian.auth.oidc.OidcRefused;
import org.yujian.shared.edge.LongDeskRead;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.HostCookie;
import org.yujian.shared.web.PublicUrl;

/**
 * Signing in at the identity provider, with a session afterwards as for a key. A provider that does
 * not answer holds only threads for long reads.
 */
@Path("/desk/sign-in/oidc")
@PermitAll
class OidcSignInResource {

  private static final Logger LOG = Logger.getLogger(OidcSignInResource.class);

  /** Time that people have at the provider. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final OidcProvider provider;
  private final DeskSessionService sessions;
  private final SignInPage page;
  private final HostCookie cookie;
  private final HttpServerRequest request;

  OidcSignInResource(
      OidcProvider provider,
      DeskSessionService sessions,
      SignInPage page,
      PublicUrl site,
      HttpServerRequest request) {
    this.provider = provider;
    this.sessions = sessions;
    this.page = page;
    this.cookie = new HostCookie("yujian-desk-oidc", PATIENCE, site);
    this.request = request;
  }

  @GET
  @LongDeskRead
  @Produces(DeskPages.HTML)
  @Operation(hidden = true)
  public Response begin(@QueryParam("to") String to) {
    requireEnabled();
    LocalPath target = new LocalPath(to);
    try {
      OidcAttempt attempt = OidcAttempt.begin(target.value());
      return SignInPage.lead(provider.address(attempt).toString())
          .header(SignInPage.SET_COOKIE, cookie.keep(attempt.secret()))
          .build();
    } catch (OidcRefused refused) {
      return refused(target, refused);
    }
  }

  /** Takes a code from the provider only in the browser that the attempt began in. */
  @GET
  @Path("/callback")
  @LongDeskRead
  @Produces(DeskPages.HTML)
  @Operation(hidden = true)
  public Response finish(
      @QueryParam("code") String code,
      @QueryParam("state") String state,
      @QueryParam("error") String error) {
    requireEnabled();
    Optional<OidcAttempt> attempt =
        cookie
            .value(request)
            .filter(secret -> state != null)
            .flatMap(secret -> OidcAttempt.resume(secret, state));
    LocalPath target = new LocalPath(attempt.map(OidcAttempt::to).orElse(null));
    if (attempt.isEmpty() || code == null || code.isEmpty() || error != null) {
      return page.show(target, SignInError.FAILED, request);
    }
    try {
      Person person = provider.person(attempt.get(), code);
      Response opened = page.open(target, sessions.begin(person), request);
      return Response.fromResponse(opened).header(SignInPage.SET_COOKIE, cookie.remove()).build();
    } catch (OidcRefused refused) {
      return refused(target, refused);
    }
  }

  private void requireEnabled() {
    if (!provider.enabled()) {
      throw ProblemCode.NOT_FOUND.problem();
    }
  }

  private Response refused(LocalPath to, OidcRefused refused) {
    LOG.warnf("Nobody is signed in: %s, %s", refused.reason(), refused.getMessage());
    return page.show(to, SignInError.of(refused), request);
  }
}
