package org.yujian.auth;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.yujian.shared.limit.CallerLimits;

/**
 * Resolves a bearer token on a worker thread with the {@link BearerIdentities} of its kind, and
 * counts the request for its caller.
 */
@ApplicationScoped
class BearerIdentityProvider implements IdentityProvider<BearerCredential> {

  private final CallerLimits limits;

  BearerIdentityProvider(CallerLimits limits) {
    this.limits = limits;
  }

  @Override
  public Class<BearerCredential> getRequestType() {
    return BearerCredential.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      BearerCredential credential, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identify(credential));
  }

  private SecurityIdentity identify(BearerCredential credential) {
    SecurityIdentity identity =
        credential.kind.identify(credential.token).orElseThrow(AuthenticationFailedException::new);
    String id = identity.getAttribute(BearerIdentities.ID);
    limits.take(credential.kind.caller(), id, credential.http).require();
    return identity;
  }
}
