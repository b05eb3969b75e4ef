package org.yujian.shared.docs;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.Representation;

/**
 * Serves the OpenAPI document: YAML, or JSON for {@code .json}, {@code format=JSON} and requests
 * that accept JSON. The extension's own route has neither compression nor an ETag; it is on the
 * management port.
 */
@Path("/openapi{extension:(?:\\.json|\\.ya?ml)?}")
@Singleton
@PermitAll
class OpenApiResource {

  private static final String CHARSET = ";charset=UTF-8";

  private final Map<Format, Representation> documents = new ConcurrentHashMap<>();

  private final OpenApiDocumentService service;

  OpenApiResource(OpenApiDocumentService service) {
    this.service = service;
  }

  @GET
  @PublicRead(cached = false)
  @Operation(hidden = true)
  public Response document(
      @PathParam("extension") String extension,
      @QueryParam("format") String format,
      @HeaderParam("Accept") String accept) {
    Format chosen = format(extension, format, accept);
    return Response.ok(
            documents.computeIfAbsent(chosen, this::read), chosen.getMimeType() + CHARSET)
        .header("Vary", "Accept")
        .header("Cache-Control", "no-cache")
        .build();
  }

  private Representation read(Format format) {
    byte[] document = service.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, format);
    return new Representation(document, format.getMimeType());
  }

  private static Format format(String extension, String format, String accept) {
    if (!extension.isEmpty()) {
      return extension.equals(".json") ? Format.JSON : Format.YAML;
    }
    boolean json =
        format == null
            ? accept != null && accept.contains(MediaType.APPLICATION_JSON)
            : format.equalsIgnoreCase(Format.JSON.name());
    return json ? Format.JSON : Format.YAML;
  }
}
