package org.yujian.auth;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.web.OwnPages;
import org.yujian.shared.web.PublicUrl;

/**
 * Authenticates browsers by the cookie of a session, for the pages at {@code /desk}, the API that
 * these call and the pictures of drafts that they show. An {@code Authorization} header takes
 * precedence. Browsers send cookies along whoever makes them send a request, so one that changes
 * something must come from an own page.
 */
@ApplicationScoped
class SessionAuthentication implements HttpAuthenticationMechanism {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final SessionCookie cookie;
  private final PublicUrl site;

  SessionAuthentication(SessionCookie cookie, PublicUrl site) {
    this.cookie = cookie;
    this.site = site;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    HttpServerRequest request = context.request();
    Optional<String> secret =
        isOfDesk(context.normalizedPath()) && !request.headers().contains(HttpHeaders.AUTHORIZATION)
            ? cookie.value(request)
            : Optional.empty();
    if (secret.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    if (!SAFE.contains(request.method())) {
      try {
        OwnPages.requireNamed(request, site);
      } catch (Problem otherSite) {
        return Uni.createFrom().failure(otherSite);
      }
    }
    // Without a session the request is one without credentials: pages lead to signing in.
    return identityProviders
        .authenticate(new SessionCredential(secret.get(), request))
        .onFailure(AuthenticationFailedException.class)
        .recoverWithNull();
  }

  private static boolean isOfDesk(String path) {
    return path.equals("/desk")
        || path.startsWith("/desk/")
        || path.startsWith("/v1/desk/")
        || path.startsWith("/media/");
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(SessionCredential.class);
  }
}
