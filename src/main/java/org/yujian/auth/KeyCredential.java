package org.yujian.auth;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A secret that came with a request, on its way to {@link KeyIdentityProvider}. */
class KeyCredential extends BaseAuthenticationRequest {

  final String secret;

  KeyCredential(String secret) {
    this.secret = secret;
  }
}
