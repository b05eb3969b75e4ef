package org.yujian.auth;

import io.quarkus.arc.Arc;

/** Runs the sealer, which does not run by the clock in tests. */
public final class Sealing {
  private Sealing() {}

  /** How many rows it sealed. */
  public static int run() {
    return Arc.container().instance(AuditSealer.class).get().runOnce();
  }
}
