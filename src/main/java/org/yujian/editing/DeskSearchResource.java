package org.yujian.editing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.search.DeskCopy;
import org.yujian.search.Question;
import org.yujian.shared.edge.LongDeskRead;

/** Searches articles and drafts for editors (the desk). */
@Path("/v1/desk/search")
@Tag(name = "Desk articles")
class DeskSearchResource {

  private final DeskSearch search;
  private final CurrentCaller caller;

  DeskSearchResource(DeskSearch search, CurrentCaller caller) {
    this.search = search;
    this.caller = caller;
  }

  @GET
  @LongDeskRead
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "searchDesk",
      summary = "Search articles: live copies, drafts and withdrawn ones",
      description =
          "The same sequences of characters as in the public search, in the copies alone: no names"
              + " of accounts, no pinyin. Newest first, live and withdrawn ones by their place in the"
              + " feed, drafts by when they were made; within one's accounts, with the places in each"
              + " copy. A page may have fewer items than asked for, or none, and go on with `next`.")
  public DeskSearchPage search(
      @Parameter(
              description = "What to search for: 1 to 200 characters, up to 16 terms.",
              required = true,
              schema =
                  @Schema(type = SchemaType.STRING, minLength = 1, maxLength = Question.LONGEST))
          @QueryParam("q")
          String q,
      @QueryParam("account") UUID account,
      @Parameter(description = "Only these copies.", schema = @Schema(type = SchemaType.STRING))
          @QueryParam("copy")
          DeskCopy copy,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return search.page(DeskQuestion.of(q, account, copy), limit, cursor, caller.get());
  }
}
