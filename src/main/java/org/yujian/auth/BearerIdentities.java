package org.yujian.auth;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;

/** Resolves bearer tokens of one kind, recognized by their prefix; called on a worker thread. */
public interface BearerIdentities {

  /** Prefix of these tokens; no other kind may use it. */
  String start();

  /** The identity that a token belongs to; empty when it is unknown, expired or revoked. */
  Optional<SecurityIdentity> identify(String token);
}
