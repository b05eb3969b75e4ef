package org.yujian.auth;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;

/**
 * Who holds bearer tokens of one kind, told by how they begin. Every bean of this type is asked for
 * its own kind; called on a worker thread.
 */
public interface BearerIdentities {

  /** How these tokens begin; nobody else's do. */
  String start();

  /** Whose token this is; empty for an unknown, expired or revoked one. */
  Optional<SecurityIdentity> identify(String token);
}
