package org.yujian.shared.docs;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.PublicUrl;

/** What programs look for at fixed addresses (RFC 8615) before they know the API. */
@Path("/.well-known")
@PermitAll
public class WellKnownResource {

  private static final String ONE_HOUR = "max-age=3600";
  private static final String LINK_SET =
      "application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\"";
  private static final String CATALOG = "/.well-known/api-catalog";

  private final Settings settings;
  private final PublicUrl site;
  private final Clock clock;

  WellKnownResource(Settings settings, PublicUrl site, Clock clock) {
    this.settings = settings;
    this.site = site;
    this.clock = clock;
  }

  /** Throws {@link IllegalArgumentException} for a contact that RFC 9116 does not allow. */
  public static void check(Settings settings) {
    settings
        .securityContact()
        .filter(contact -> !contact.matches("(mailto:|https://|tel:)[\\x21-\\x7E]+"))
        .ifPresent(
            contact -> {
              throw new IllegalArgumentException(
                  "yujian.security-contact must begin with mailto:, https:// or tel:, but is: "
                      + contact);
            });
  }

  /** RFC 9727: where the API, its contract and its documentation are. */
  @GET
  @Path("/api-catalog")
  @PublicRead(cached = false, cacheControl = ONE_HOUR)
  @Operation(hidden = true)
  public Response apiCatalog() {
    Map<String, Object> api =
        Map.of(
            "anchor",
            site.link("/v1"),
            "service-desc",
            List.of(
                target("/openapi", "application/yaml"),
                target("/openapi.json", "application/json")),
            "service-doc",
            List.of(
                target("/docs", MediaType.TEXT_HTML), target("/docs/guides", MediaType.TEXT_HTML)));
    return Response.ok(Map.of("linkset", List.of(api)), LINK_SET)
        .header("Link", "<" + CATALOG + ">; rel=\"api-catalog\"")
        .build();
  }

  private Map<String, String> target(String path, String type) {
    return Map.of("href", site.link(path), "type", type);
  }

  /** RFC 9116: where to report a weakness of this installation. */
  @GET
  @Path("/security.txt")
  @PublicRead(cached = false, cacheControl = ONE_HOUR)
  @Operation(hidden = true)
  public Response securityTxt() {
    String contact = settings.securityContact().orElseThrow(ProblemCode.NOT_FOUND::problem);
    // The same for a month, so that the ETag is too.
    ZonedDateTime expires =
        clock
            .instant()
            .atZone(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.DAYS)
            .withDayOfMonth(1)
            .plusMonths(7);
    String canonical =
        site.known() ? "Canonical: " + site.link("/.well-known/security.txt") + "\n" : "";
    String text =
        "Contact: "
            + contact
            + "\n"
            + "Expires: "
            + DateTimeFormatter.ISO_INSTANT.format(expires)
            + "\n"
            + "Preferred-Languages: zh, en\n"
            + canonical;
    return Response.ok(text, MediaType.TEXT_PLAIN + ";charset=UTF-8").build();
  }
}
