package org.yujian.shared.web;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.yujian.shared.order.StartupOrder;
import org.yujian.shared.settings.Settings;

/** Builds links from {@code yujian.public-url}; request headers (Host, …) can be forged. */
@ApplicationScoped
public class PublicUrl {

  private static final Logger LOG = Logger.getLogger(PublicUrl.class);

  private final Optional<String> base;

  @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080")
  int port;

  /** False for a command, which opens no port. */
  @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
  boolean serving;

  @Inject
  PublicUrl(Settings settings) {
    base = settings.publicUrl().filter(url -> !url.isBlank()).map(PublicUrl::address);
  }

  /** Without a valid address QR codes would lead nowhere, so an invalid one fails the start. */
  void onStart(@Observes @Priority(StartupOrder.CHECKS) StartupEvent start) {
    if (base.isEmpty() && serving) {
      LOG.warnf(
          "yujian.public-url is not set: QR codes lead to %s, which no phone can reach",
          scannable(""));
    }
  }

  public boolean known() {
    return base.isPresent();
  }

  /** Absolute if the public address is set, otherwise path-absolute. */
  public String link(String path) {
    return base.orElse("") + path;
  }

  /** Absolute, for programs that read a page's head; null for null and without a public address. */
  public String absolute(String path) {
    return path == null ? null : base.map(known -> known + path).orElse(null);
  }

  /** Always absolute (for QR codes); without a public address the link is to this machine. */
  public String scannable(String path) {
    return base.orElse("http://localhost:" + port) + path;
  }

  /**
   * Scheme, host and port. Throws {@link IllegalArgumentException} with a message for the operator
   * for other addresses, and for one with a path, which path-absolute links would lose.
   */
  public static String address(String url) {
    try {
      URI uri = new URI(url.strip());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare =
          uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
      if (web && bare && uri.getHost() != null && uri.getRawPath().matches("/?")) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
      }
    } catch (URISyntaxException noAddress) {
      LOG.debug("not a URI", noAddress);
    }
    throw new IllegalArgumentException(
        "yujian.public-url is not an address like https://example.org: " + url);
  }
}
