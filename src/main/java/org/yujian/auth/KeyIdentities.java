package org.yujian.auth;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.yujian.shared.limit.CallerLimits;

/** Gives a desk request the scopes of its caller as permissions. */
@ApplicationScoped
class KeyIdentities implements BearerIdentities {

  private final ApiKeyService keys;

  KeyIdentities(ApiKeyService keys) {
    this.keys = keys;
  }

  @Override
  public String start() {
    return KeySecret.START;
  }

  @Override
  public CallerLimits.Caller caller() {
    return CallerLimits.Caller.KEY;
  }

  @Override
  public Optional<SecurityIdentity> identify(String secret) {
    return keys.authenticate(secret).map(KeyIdentities::identity);
  }

  static SecurityIdentity identity(Caller caller) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(caller.name()))
            .addAttribute(ID, caller.keyId().toString())
            .addAttribute(CurrentCaller.ATTRIBUTE, caller);
    caller.scopes().forEach(identity::addPermissionAsString);
    return identity.build();
  }
}
