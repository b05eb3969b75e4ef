package org.yujian.auth;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The bearer token of a request, passed to {@link BearerIdentityProvider}. */
class BearerCredential extends BaseAuthenticationRequest {

  final BearerIdentities kind;
  final String token;

  BearerCredential(BearerIdentities kind, String token) {
    this.kind = kind;
    this.token = token;
  }
}
