package org.yujian.auth;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.vertx.core.http.HttpServerRequest;

/** The cookie of a request to the desk, passed to {@link SessionIdentityProvider}. */
class SessionCredential extends BaseAuthenticationRequest {

  final String secret;
  final HttpServerRequest http;

  SessionCredential(String secret, HttpServerRequest http) {
    this.secret = secret;
    this.http = http;
  }
}
