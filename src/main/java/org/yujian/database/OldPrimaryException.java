package org.yujian.database;

import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;

/** A server was refused because this node has seen a later timeline of the same system. */
final class OldPrimaryException extends SQLTransientConnectionException {
  private static final long serialVersionUID = 1L;

  /** SQLSTATE "server rejected the connection": requests get 503. */
  private static final String REJECTED = "08004";

  OldPrimaryException(String host, ServerIdentity server, int seen, Path file) {
    super(
        "The server "
            + host
            + " is an old primary: it writes timeline "
            + server.timeline()
            + " of system "
            + server.systemIdentifier()
            + ", and this node has seen timeline "
            + seen
            + " (file "
            + file
            + ")",
        REJECTED);
  }
}
