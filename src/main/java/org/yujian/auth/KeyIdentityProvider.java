package org.yujian.auth;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Turns a secret into an identity with the key's scopes as permissions. */
@ApplicationScoped
class KeyIdentityProvider implements IdentityProvider<KeyCredential> {

  @Inject ApiKeyService keys;

  @Override
  public Class<KeyCredential> getRequestType() {
    return KeyCredential.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyCredential credential, AuthenticationRequestContext context) {
    return context.runBlocking(
        () ->
            keys.authenticate(credential.secret)
                .map(KeyIdentityProvider::identity)
                .orElseThrow(AuthenticationFailedException::new));
  }

  private static SecurityIdentity identity(Caller caller) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(caller.name()))
            .addAttribute(CurrentCaller.ATTRIBUTE, caller);
    caller.scopes().forEach(identity::addPermissionAsString);
    return identity.build();
  }
}
