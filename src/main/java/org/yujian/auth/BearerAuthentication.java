package org.yujian.auth;

import io.quarkus.arc.All;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code Authorization: Bearer …} (RFC 6750) and chooses by the prefix of the token between
 * desk keys (of editors and integrators) and access tokens of readers' devices.
 */
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";
  private static final int MAX_LENGTH = 200;

  private final List<BearerIdentities> kinds;

  BearerAuthentication(@All List<BearerIdentities> kinds) {
    this.kinds = kinds;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null
        || header.length() > MAX_LENGTH
        || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Uni.createFrom().nullItem();
    }
    String token = header.substring(BEARER.length()).strip();
    return kinds.stream()
        .filter(kind -> token.startsWith(kind.start()))
        .findFirst()
        .map(kind -> new BearerCredential(kind, token, context.request()))
        .map(identityProviders::authenticate)
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(BearerCredential.class);
  }
}
