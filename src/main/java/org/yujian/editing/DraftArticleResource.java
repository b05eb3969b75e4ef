package org.yujian.editing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.edition.ArticleSettings;
import org.yujian.edition.ArticleState;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DeskArticleFilter;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.Edits;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.IfMatch;
import org.yujian.shared.web.MediaTypes;

/** Desk API (for editors) that lists, changes, compares and previews draft articles. */
@Path("/v1/desk/articles")
@Tag(name = "Desk articles")
class DraftArticleResource {

  private static final int LONGEST_QUESTION = 64;

  private final DeskArticleService reading;
  private final ArticleDrafts drafts;
  private final PreviewService previews;
  private final Edits edits;
  private final CurrentCaller caller;

  DraftArticleResource(
      DeskArticleService reading,
      ArticleDrafts drafts,
      PreviewService previews,
      Edits edits,
      CurrentCaller caller) {
    this.reading = reading;
    this.drafts = drafts;
    this.previews = previews;
    this.edits = edits;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "listDeskArticles",
      summary =
          "Articles, latest made first; found when the live copy matches all filters or the draft"
              + " does")
  public DeskArticlePage list(
      @QueryParam("account") UUID account,
      @Parameter(
              description = "Only articles in this state.",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("state")
          ArticleState state,
      @Parameter(description = "Only with this tag: its slug.") @QueryParam("tag") String tag,
      @Parameter(
              description = "Text in the title of the live copy or of the draft.",
              schema =
                  @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_QUESTION))
          @QueryParam("q")
          @Characters(min = 1, max = LONGEST_QUESTION)
          String q,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    DeskArticleFilter filter =
        new DeskArticleFilter(account, state, tag, q == null ? null : NameKeys.unique(q));
    return reading.list(
        filter,
        PageRequest.of(limit, cursor, filter.toString(), PageKey.Named.class),
        caller.get());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "changeArticle",
      summary = "Change an article's draft, made when there is only a live copy")
  public DeskArticle change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaTypes.MERGE_PATCH,
                    schema = @Schema(implementation = ArticleSettings.class))
              })
          JsonNode patch) {
    long expected = IfMatch.version(ifMatch);
    ArticleInput written = ArticleInput.of(patch, edits);
    drafts.change(id, written, expected, caller.get());
    return reading
        .read(id, caller.get())
        .withDropped(written.body() == null ? null : written.body().dropped());
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "deleteArticle",
      summary = "Delete an article that was never live, or discard the draft of one that was")
  public MoveResult delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return drafts.remove(id, IfMatch.version(ifMatch), caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/move")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "moveArticle",
      summary = "Move a draft within its edition or to another one of its account")
  public MoveResult move(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid MoveArticle request) {
    return drafts.move(id, request, IfMatch.version(ifMatch), caller.get());
  }

  @GET
  @Path("/{id}/diff")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "diffArticle", summary = "The draft against what was live last")
  public DraftDiff diff(@PathParam("id") UUID id) {
    return reading.diff(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/preview")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "previewArticle",
      summary = "A link to the draft for somebody without a key, good for seven days")
  public PreviewLink preview(@PathParam("id") UUID id) {
    return previews.create(id, caller.get());
  }
}
