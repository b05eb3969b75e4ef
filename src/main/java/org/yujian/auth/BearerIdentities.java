package org.yujian.auth;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;

/** Resolves bearer tokens of one kind, which their prefix tells; called on a worker thread. */
public interface BearerIdentities {

  /** Prefix of these tokens; no other kind may use it. */
  String start();

  /** The identity of a token; empty when the token is unknown, expired or revoked. */
  Optional<SecurityIdentity> identify(String token);
}
