package org.yujian.shared.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Response headers of the contract, each defined once in {@code components/headers}. */
enum ContractHeader {
  VERSION_ETAG("VersionETag", "ETag", true, "The version, as `If-Match` has to name it."),
  CONTENT_ETAG(
      "ContentETag",
      "ETag",
      true,
      "Strong, one for each content coding. Send it back in `If-None-Match`."),
  CACHE_CONTROL("CacheControl", "Cache-Control", true, "How long the response may be cached."),
  NO_STORE("NoStore", "Cache-Control", true, "`no-store`: never cached."),
  LINK(
      "Link",
      "Link",
      false,
      "RFC 8288: `next` and `prev`, where there are such pages, as path-absolute URLs."),
  LOCATION("Location", "Location", true, "Path-absolute URL of the new resource."),
  WWW_AUTHENTICATE("WWWAuthenticate", "WWW-Authenticate", true, "`Bearer`."),
  RETRY_AFTER("RetryAfter", "Retry-After", true, "Seconds to wait before the next attempt."),
  IDEMPOTENCY_REPLAYED(
      "IdempotencyReplayed",
      "Idempotency-Replayed",
      false,
      "`true` when this repeats the first response to the same `Idempotency-Key`.");

  private final String component;
  private final String header;
  private final boolean required;
  private final String description;

  ContractHeader(String component, String header, boolean required, String description) {
    this.component = component;
    this.header = header;
    this.required = required;
    this.description = description;
  }

  /** Adds a reference to this header to a response, and defines the header if needed. */
  void addTo(APIResponse response, OpenAPI api) {
    Map<String, Header> known = api.getComponents().getHeaders();
    if (known == null || !known.containsKey(component)) {
      api.getComponents()
          .addHeader(
              component,
              OASFactory.createHeader()
                  .description(description)
                  .required(required ? true : null)
                  .schema(schema()));
    }
    response.addHeader(header, OASFactory.createHeader().ref(component));
  }

  private Schema schema() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }
}
