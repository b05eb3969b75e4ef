package org.yujian.editing.review;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.IfMatch;

/** Desk API (for editors) that shows and signs the review of an article that was live before. */
@Path("/v1/desk/articles/{id}/reviews")
@Tag(name = "Desk reviews")
class ArticleReviewResource {

  private final ReviewService reviews;
  private final CurrentCaller caller;

  ArticleReviewResource(ReviewService reviews, CurrentCaller caller) {
    this.reviews = reviews;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "getArticleReview",
      summary = "Who agreed to the correction or republication of an article, and who has to")
  public Review get(@PathParam("id") UUID id) {
    return reviews.ofArticle(id, caller.get());
  }

  @POST
  @Idempotent
  @PermissionsAllowed(Scopes.CONTENT_REVIEW)
  @Operation(
      operationId = "reviewArticle",
      summary = "Agree to the correction or republication that `If-Match` names, or return it")
  public Review sign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid SignReview request) {
    return reviews.signArticle(id, request, IfMatch.version(ifMatch), caller.get());
  }
}
