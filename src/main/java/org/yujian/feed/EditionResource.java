package org.yujian.feed;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.PublicRead;

/** Public API of editions. */
@Path("/v1/editions")
@Tag(name = "Editions")
@PermitAll
class EditionResource {

  private final EditionService editions;

  EditionResource(EditionService editions) {
    this.editions = editions;
  }

  @GET
  @PublicRead
  @Operation(operationId = "listEditions", summary = "Published editions, newest first")
  public EditionPage list(
      @Parameter(description = "Only of this account: its id, or `@` and its handle.")
          @QueryParam("account")
          String account,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return editions.list(
        account, PageRequest.of(limit, cursor, "editions of " + account, PageKey.Feed.class));
  }

  @GET
  @Path("/{id}")
  @PublicRead
  @Operation(operationId = "getEdition", summary = "One edition with its articles in order")
  public EditionView get(@PathParam("id") UUID id) {
    return editions.read(id);
  }
}
