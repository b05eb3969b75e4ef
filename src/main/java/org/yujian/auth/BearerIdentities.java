package org.yujian.auth;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import org.yujian.shared.limit.CallerLimits;

/** Resolves bearer tokens of one kind, which their prefix tells; called on a worker thread. */
public interface BearerIdentities {

  /** Attribute of the identity: id of the key or device, as text. */
  String ID = "yujian.caller-id";

  /** Prefix of these tokens; no other kind may use it. */
  String start();

  /** How requests with these tokens are limited. */
  CallerLimits.Caller caller();

  /**
   * The identity of a token, with the attribute {@link #ID}; empty when the token is unknown,
   * expired or revoked.
   */
  Optional<SecurityIdentity> identify(String token);
}
