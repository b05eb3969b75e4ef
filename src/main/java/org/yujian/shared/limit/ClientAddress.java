package org.yujian.shared.limit;

import io.vertx.core.http.HttpServerRequest;

/** The address by which a client without credentials is told from others. */
public final class ClientAddress {

  private static final int IPV6_GROUPS = 8;

  private ClientAddress() {}

  /**
   * Address of the client, or of the trusted proxy's client. IPv6 addresses are cut to 64 bits: one
   * customer has at least a network of that size.
   */
  public static String of(HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    String[] groups = address.split(":");
    return groups.length == IPV6_GROUPS
        ? String.join(":", groups[0], groups[1], groups[2], groups[3])
        : address;
  }

  /** Whether the client, or a proxy that is not trusted to name it, is this machine. */
  static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0");
  }
}
