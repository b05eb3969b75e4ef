package org.yujian.home;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.reader.CurrentReader;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.NoStore;

/** Starred articles of the reader. */
@Path("/v1/me/stars")
@Tag(name = "Reader")
@PermissionsAllowed(CurrentReader.PERMISSION)
@NoStore
class StarResource {

  private final StarService stars;
  private final CurrentReader reader;

  StarResource(StarService stars, CurrentReader reader) {
    this.stars = stars;
    this.reader = reader;
  }

  @GET
  @Operation(
      operationId = "listStars",
      summary = "Articles with the reader's star, latest starred first",
      description = "One that was withdrawn since has its mark alone.")
  public StarPage list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return stars.list(reader.get(), PageRequest.of(limit, cursor, "stars", PageKey.Feed.class));
  }
}
