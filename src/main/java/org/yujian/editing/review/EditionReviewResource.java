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
import org.yujian.edition.EditionEtag;
import org.yujian.shared.web.Idempotent;

/** Desk API (for editors) that shows and signs the review of an edition. */
@Path("/v1/desk/editions/{id}/reviews")
@Tag(name = "Desk reviews")
class EditionReviewResource {

  private final ReviewService reviews;
  private final CurrentCaller caller;

  EditionReviewResource(ReviewService reviews, CurrentCaller caller) {
    this.reviews = reviews;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getEditionReview", summary = "Who agreed to an edition, and who has to")
  public Review get(@PathParam("id") UUID id) {
    return reviews.ofEdition(id, caller.get());
  }

  @POST
  @Idempotent
  @PermissionsAllowed(Scopes.CONTENT_REVIEW)
  @Operation(
      operationId = "reviewEdition",
      summary = "Agree to the edition that `If-Match` names, or return it")
  public Review sign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid SignReview request) {
    return reviews.signEdition(id, request, EditionEtag.of(ifMatch), caller.get());
  }
}
