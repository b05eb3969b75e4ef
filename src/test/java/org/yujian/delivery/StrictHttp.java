package org.yujian.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;

/** The client with the settings of production, for tests of other packages. */
public final class StrictHttp {
  private StrictHttp() {}

  /** Only https, and only to public addresses; ends with {@code vertx}. */
  public static OutgoingHttp of(Vertx vertx) {
    return new OutgoingHttp(
        vertx,
        new OutgoingHttp.Rules(
            false,
            false,
            OutgoingHttp.TIMEOUT,
            InetAddress::getAllByName,
            new HttpClientOptions()));
  }
}
