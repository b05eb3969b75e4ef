package org.yujian.webhook;

import io.quarkus.arc.Arc;

/** Runs what otherwise runs by the clock, for tests of other packages. */
public final class Delivering {
  private Delivering() {}

  /** Reads the change log and sends what is due. */
  public static void run() {
    Arc.container().instance(WebhookFeed.class).get().runOnce();
    Arc.container().instance(WebhookSender.class).get().runOnce();
  }
}
