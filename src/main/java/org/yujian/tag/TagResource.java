package org.yujian.tag;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.PublicRead;

/** Public endpoints that read tags. */
@Path("/v1/tags")
@Tag(name = "Tags")
@PermitAll
class TagResource {

  private final TagService tags;

  TagResource(TagService tags) {
    this.tags = tags;
  }

  @GET
  @PublicRead
  @Operation(operationId = "listTags", summary = "All tags, in the order of pinyin")
  public TagPage list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return tags.list(PageRequest.of(limit, cursor, "tags", PageKey.Named.class));
  }

  @GET
  @Path("/{slug}")
  @PublicRead
  @Operation(operationId = "getTag", summary = "One tag")
  public TagView get(@PathParam("slug") String slug) {
    return tags.read(slug);
  }
}
