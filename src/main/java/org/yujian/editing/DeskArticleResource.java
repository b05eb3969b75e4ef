package org.yujian.editing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.Tagging;

/** Desk API (for editors) that reads articles. */
@Path("/v1/desk/articles")
@Tag(name = "Desk articles")
class DeskArticleResource {

  private final DeskEditionService editions;
  private final Tagging tagging;
  private final CurrentCaller caller;

  DeskArticleResource(DeskEditionService editions, Tagging tagging, CurrentCaller caller) {
    this.editions = editions;
    this.tagging = tagging;
    this.caller = caller;
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getDeskArticle", summary = "One article with its draft")
  public DeskArticle get(@PathParam("id") UUID id) {
    return editions.readArticle(id, caller.get());
  }

  @PUT
  @Path("/{id}/tags/{slug}")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "tagArticle",
      summary = "Give an article a tag; of a live one at once, with the scope content:publish")
  public DeskArticle tag(@PathParam("id") UUID id, @PathParam("slug") String slug) {
    return tagging.add(id, slug, caller.get());
  }

  @DELETE
  @Path("/{id}/tags/{slug}")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(operationId = "untagArticle", summary = "Take a tag away from an article")
  public DeskArticle untag(@PathParam("id") UUID id, @PathParam("slug") String slug) {
    return tagging.remove(id, slug, caller.get());
  }
}
