package org.yujian.search;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.edge.LongRead;
import org.yujian.shared.web.PublicRead;

/** More like this, for the page of an article. */
@Path("/v1/articles/{id}/similar")
@Tag(name = "Search")
@PermitAll
class SimilarResource {

  @Inject SimilarArticles similar;

  @GET
  @LongRead
  @PublicRead
  @Operation(
      operationId = "listSimilarArticles",
      summary = "Similar articles",
      description =
          "Those that share what is frequent in this one and rare in all others, most alike first;"
              + " often fewer than asked, or none. A full answer holds until one of its articles"
              + " changes: a newer article comes into it when it is made anew, so two nodes may"
              + " differ for a while.")
  public SimilarPage list(
      @PathParam("id") UUID id,
      @Parameter(description = "Only of the same account.")
          @QueryParam("sameAccount")
          @DefaultValue("false")
          boolean sameAccount,
      @QueryParam("limit") @DefaultValue("5") @Min(1) @Max(20) int limit) {
    return similar.like(id, sameAccount, limit);
  }
}
