package org.yujian.auth;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.yujian.shared.limit.CallerLimits;

/** Resolves the cookie of a session on a worker thread, and counts the request for its caller. */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<SessionCredential> {

  private final DeskSessionService sessions;
  private final CallerLimits limits;

  SessionIdentityProvider(DeskSessionService sessions, CallerLimits limits) {
    this.sessions = sessions;
    this.limits = limits;
  }

  @Override
  public Class<SessionCredential> getRequestType() {
    return SessionCredential.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      SessionCredential credential, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identify(credential));
  }

  private SecurityIdentity identify(SessionCredential credential) {
    Caller caller =
        sessions.authenticate(credential.secret).orElseThrow(AuthenticationFailedException::new);
    String id = caller.keyId().toString();
    limits.take(CallerLimits.Caller.KEY, id, credential.http).require();
    return KeyIdentities.identity(caller);
  }
}
