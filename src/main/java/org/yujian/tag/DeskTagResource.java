package org.yujian.tag;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.web.Created;
import org.yujian.shared.web.Edits;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.IfMatch;
import org.yujian.shared.web.MediaTypes;

/** Tags for editors. All accounts share them; keys limited to some accounts cannot change tags. */
@Path("/v1/desk/tags")
@Tag(name = "Desk tags")
class DeskTagResource {

  private final TagService tags;
  private final CurrentCaller caller;
  private final Edits edits;

  DeskTagResource(TagService tags, CurrentCaller caller, Edits edits) {
    this.tags = tags;
    this.caller = caller;
    this.edits = edits;
  }

  @POST
  @Idempotent
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(operationId = "createTag", summary = "Make a tag")
  @APIResponseSchema(value = TagView.class, responseCode = "201")
  public RestResponse<TagView> create(@NotNull @Valid CreateTag request) {
    TagView made = tags.create(request, caller.get());
    return Created.at("/v1/desk/tags/" + made.slug(), made);
  }

  @GET
  @Path("/{slug}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getDeskTag", summary = "One tag, with the ETag that a change needs")
  public TagView get(@PathParam("slug") String slug) {
    return tags.read(slug);
  }

  @PATCH
  @Path("/{slug}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
  @PermissionsAllowed(Scopes.ADMIN)
  @Operation(operationId = "changeTag", summary = "Rename a tag; its slug stays")
  public TagView change(
      @PathParam("slug") String slug,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaTypes.MERGE_PATCH,
                    schema = @Schema(implementation = TagSettings.class))
              })
          JsonNode patch) {
    return tags.change(
        slug, edits.of(patch, TagSettings.class), IfMatch.version(ifMatch), caller.get());
  }
}
