package org.yujian.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yujian.shared.settings.Settings;

/**
 * The one source of links: {@code yujian.public-url} and nothing that a request says (Host,
 * X-Forwarded-…), which anybody can forge.
 */
@ApplicationScoped
public class PublicUrl {

  private final Optional<String> base;

  @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080")
  int port;

  @Inject
  PublicUrl(Settings settings) {
    base = settings.publicUrl().filter(url -> !url.isBlank()).map(PublicUrl::checked);
  }

  /** Whether phones can be told an address. */
  public boolean known() {
    return base.isPresent();
  }

  /** Absolute where the public address is known, else path-absolute. */
  public String link(String path) {
    return base.orElse("") + path;
  }

  /**
   * Absolute always, for what is read outside a browser (QR codes): while the public address is
   * unknown it leads to this machine only.
   */
  public String scannable(String path) {
    return base.orElse("http://localhost:" + port) + path;
  }

  private static String checked(String url) {
    URI uri = URI.create(url.strip());
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "yujian.public-url is not an address like https://example.org: " + url);
    }
    return uri.toString().replaceAll("/+$", "");
  }
}
