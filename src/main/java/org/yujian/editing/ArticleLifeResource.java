package org.yujian.editing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.edition.CorrectionRequest;
import org.yujian.edition.Corrections;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.Republishing;
import org.yujian.edition.WithdrawRequest;
import org.yujian.edition.Withdrawing;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.IfMatch;

/** Desk API (for editors) that corrects, tags and withdraws published articles. */
@Path("/v1/desk/articles")
@Tag(name = "Desk articles")
class ArticleLifeResource {

  private final DeskEditionService editions;
  private final Corrections corrections;
  private final Withdrawing withdrawing;
  private final Republishing republishing;
  private final Purging purging;
  private final CurrentCaller caller;

  ArticleLifeResource(
      DeskEditionService editions,
      Corrections corrections,
      Withdrawing withdrawing,
      Republishing republishing,
      Purging purging,
      CurrentCaller caller) {
    this.editions = editions;
    this.corrections = corrections;
    this.withdrawing = withdrawing;
    this.republishing = republishing;
    this.purging = purging;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @Path("/{id}/corrections")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(
      operationId = "correctArticle",
      summary = "Put the draft of a live article live, with a public record of why")
  public DeskArticle correct(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid CorrectionRequest request) {
    corrections.correct(id, request, IfMatch.version(ifMatch), caller.get());
    return editions.readArticle(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/withdraw")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(operationId = "withdrawArticle", summary = "Withdraw an article")
  public DeskArticle withdraw(@PathParam("id") UUID id, @NotNull @Valid WithdrawRequest request) {
    withdrawing.article(id, request, caller.get());
    return editions.readArticle(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/republish")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(
      operationId = "republishArticle",
      summary = "Put a withdrawn article live again, at the top of the feed")
  public DeskArticle republish(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    republishing.article(id, IfMatch.version(ifMatch), caller.get());
    return editions.readArticle(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/purge")
  @PermissionsAllowed(Scopes.ADMIN)
  @Operation(
      operationId = "purgeArticle",
      summary = "Empty the content of a withdrawn article for ever")
  public DeskArticle purge(@PathParam("id") UUID id) {
    purging.purge(id, caller.get());
    return editions.readArticle(id, caller.get());
  }
}
