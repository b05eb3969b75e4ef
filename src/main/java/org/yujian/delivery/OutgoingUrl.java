package org.yujian.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An absolute http or https address (RFC 3986) without user, password and fragment.
 *
 * @param host name or address, without the brackets of IPv6
 * @param target path and query as sent
 */
record OutgoingUrl(boolean https, String host, int port, String target) {

  static final int LONGEST = 2_000;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int LAST_PORT = 65_535;

  static Optional<OutgoingUrl> parse(String url) {
    try {
      URI uri = new URI(url);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean good =
          url.length() <= LONGEST
              && url.chars().allMatch(c -> c > ' ' && c < 0x7f)
              && (scheme.equals("https") || scheme.equals("http"))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && uri.getPort() != 0
              && uri.getPort() <= LAST_PORT;
      return good ? Optional.of(of(uri, scheme.equals("https"))) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static OutgoingUrl of(URI uri, boolean https) {
    int usual = https ? HTTPS_PORT : HTTP_PORT;
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new OutgoingUrl(
        https,
        uri.getHost().replaceAll("[\\[\\]]", ""),
        uri.getPort() == -1 ? usual : uri.getPort(),
        uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
  }

  /** Value of the header {@code Host}. */
  String authority() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == (https ? HTTPS_PORT : HTTP_PORT) ? name : name + ":" + port;
  }
}
