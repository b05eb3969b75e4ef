package org.yujian.auth;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Resolves a bearer token on a worker thread with the {@link BearerIdentities} of its kind. */
@ApplicationScoped
class BearerIdentityProvider implements IdentityProvider<BearerCredential> {

  @Override
  public Class<BearerCredential> getRequestType() {
    return BearerCredential.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      BearerCredential credential, AuthenticationRequestContext context) {
    return context.runBlocking(
        () ->
            credential
                .kind
                .identify(credential.token)
                .orElseThrow(AuthenticationFailedException::new));
  }
}
