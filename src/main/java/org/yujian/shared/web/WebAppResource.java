package org.yujian.shared.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.html.PageWords;
import org.yujian.shared.json.Json;

/**
 * Serves the manifest by which a phone puts {@code /home} on its home screen (W3C Web Application
 * Manifest); iPhones allow notifications only there.
 */
@Path("/manifest.webmanifest")
@PermitAll
class WebAppResource {

  private static final String TYPE = "application/manifest+json";

  /** The paper of {@code page.css} in light mode; pages name the colour of the other mode. */
  private static final String PAPER = "#fdfcfa";

  private static final List<Icon> ICONS =
      List.of(
          new Icon("/icon-192.png", "192x192", "any"),
          new Icon("/icon-512.png", "512x512", "any"),
          new Icon("/icon-512.png", "512x512", "maskable"));

  @JsonNaming(SnakeCaseStrategy.class)
  private record Manifest(
      String id,
      String name,
      String shortName,
      String description,
      String lang,
      String startUrl,
      String scope,
      String display,
      String themeColor,
      String backgroundColor,
      List<Icon> icons) {}

  private record Icon(String src, String sizes, String purpose, String type) {

    Icon(String src, String sizes, String purpose) {
      this(src, sizes, purpose, "image/png");
    }
  }

  @GET
  @Produces(TYPE)
  @PublicRead(cached = false)
  @Operation(hidden = true)
  public Response manifest(@HeaderParam("Accept-Language") String acceptLanguage) {
    PageLanguage language = PageLanguage.of(acceptLanguage);
    return Response.ok(Json.text(manifest(language)), TYPE)
        .header("Content-Language", language.tag())
        .header("Vary", "Accept-Language")
        .build();
  }

  private static Manifest manifest(PageLanguage language) {
    PageWords words = MessageBundles.get(PageWords.class, Localized.Literal.of(language.locale()));
    return new Manifest(
        "/home",
        words.siteTitle(),
        words.siteName(),
        words.webAppText(),
        language.tag(),
        "/home",
        "/",
        "standalone",
        PAPER,
        PAPER,
        ICONS);
  }
}
