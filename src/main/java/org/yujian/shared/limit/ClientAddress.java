package org.yujian.shared.limit;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.HexFormat;

/** The address by which a client without credentials is told from others. */
public final class ClientAddress {

  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;
  private static final int MAX_NAME = 64;

  private ClientAddress() {}

  /**
   * Address of the client, or of the trusted proxy's client. IPv6 addresses are cut to 64 bits: one
   * customer has at least a network of that size. A trusted proxy may name anything else, which is
   * taken as it is.
   */
  public static String of(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    // Null once the connection is closed.
    return remote == null ? "unknown" : of(remote.hostAddress(), remote.host());
  }

  static String of(String address, String name) {
    String text = address == null ? String.valueOf(name) : address;
    if (text.indexOf(':') >= 0 && !isLoopback(text)) {
      byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
      if (bytes != null && bytes.length == IPV6_BYTES) {
        return HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
      }
    }
    return text.length() > MAX_NAME ? text.substring(0, MAX_NAME) : text;
  }

  /** Whether the client, or a proxy that is not trusted to name it, is this machine. */
  static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
