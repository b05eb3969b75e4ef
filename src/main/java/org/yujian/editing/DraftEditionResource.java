package org.yujian.editing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.edition.ArticleSettings;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DeskEdition;
import org.yujian.edition.EditionEtag;
import org.yujian.edition.PublishRules;
import org.yujian.shared.web.Created;
import org.yujian.shared.web.Edits;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.MediaTypes;

/** Desk API (for editors) that creates, reorders and deletes draft editions. */
@Path("/v1/desk/editions")
@Tag(name = "Desk editions")
class DraftEditionResource {

  private final EditionDrafts drafts;
  private final ArticleDrafts articles;
  private final DeskEditionService editions;
  private final DeskArticleService reading;
  private final Edits edits;
  private final CurrentCaller caller;

  DraftEditionResource(
      EditionDrafts drafts,
      ArticleDrafts articles,
      DeskEditionService editions,
      DeskArticleService reading,
      Edits edits,
      CurrentCaller caller) {
    this.drafts = drafts;
    this.articles = articles;
    this.editions = editions;
    this.reading = reading;
    this.edits = edits;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(operationId = "createEdition", summary = "Make a draft edition of 1 to 8 articles")
  @APIResponseSchema(value = DeskEdition.class, responseCode = "201")
  public RestResponse<DeskEdition> create(@NotNull @Valid CreateEdition request) {
    List<ArticleInput> written = new ArrayList<>();
    for (ArticleSettings article : request.articles()) {
      written.add(ArticleInput.of(article, "/articles/" + written.size()));
    }
    UUID id = drafts.create(request, written, caller.get());
    DeskEdition made = editions.read(id, caller.get());
    return Created.at(
        "/v1/desk/editions/" + id,
        made.withDropped(written.stream().map(each -> each.body().dropped()).toList()));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "changeEdition",
      summary = "Change the order of a draft edition's articles and its follow targets")
  public DeskEdition change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaTypes.MERGE_PATCH,
                    schema = @Schema(implementation = EditionSettings.class))
              })
          JsonNode patch) {
    drafts.change(
        id, edits.of(patch, EditionSettings.class), EditionEtag.of(ifMatch), caller.get());
    return editions.read(id, caller.get());
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "deleteEdition",
      summary = "Delete an edition that was never published, with its articles")
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    drafts.delete(id, EditionEtag.of(ifMatch), caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/articles")
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(operationId = "addArticle", summary = "Add an article to a draft edition")
  @APIResponseSchema(value = DeskArticle.class, responseCode = "201")
  public RestResponse<DeskArticle> add(
      @PathParam("id") UUID id,
      @Parameter(description = "Place in the edition, from 1; the end when absent.")
          @QueryParam("position")
          @Min(1)
          @Max(PublishRules.MAX_ARTICLES)
          Integer position,
      @NotNull @Valid ArticleSettings request) {
    ArticleInput written = ArticleInput.of(request, "");
    UUID article = articles.add(id, position, written, caller.get());
    DeskArticle made = reading.read(article, caller.get());
    return Created.at("/v1/desk/articles/" + article, made.withDropped(written.body().dropped()));
  }
}
