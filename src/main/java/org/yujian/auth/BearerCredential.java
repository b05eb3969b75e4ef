package org.yujian.auth;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.vertx.core.http.HttpServerRequest;

/** The bearer token of a request, passed to {@link BearerIdentityProvider}. */
class BearerCredential extends BaseAuthenticationRequest {

  final BearerIdentities kind;
  final String token;
  final HttpServerRequest http;

  BearerCredential(BearerIdentities kind, String token, HttpServerRequest http) {
    this.kind = kind;
    this.token = token;
    this.http = http;
  }
}
