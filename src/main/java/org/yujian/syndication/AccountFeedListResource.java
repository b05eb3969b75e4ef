package org.yujian.syndication;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.web.PublicRead;

/** The list of all accounts' feeds, for feed readers that import subscriptions. */
@Path("/feeds/accounts.opml")
@Tag(name = "Feeds")
@PermitAll
class AccountFeedListResource {

  private final FeedService feeds;
  private final AccountFeedList list;

  AccountFeedListResource(FeedService feeds, AccountFeedList list) {
    this.feeds = feeds;
    this.list = list;
  }

  @GET
  @PublicRead
  @Operation(operationId = "getFeedList", summary = "The feeds of all accounts, as OPML 2.0")
  @APIResponse(
      responseCode = "200",
      description = "One outline for each account, in the order of pinyin",
      content =
          @Content(
              mediaType = AccountFeedList.MEDIA_TYPE,
              schema = @Schema(type = SchemaType.STRING, description = "OPML 2.0.")))
  public Response get() {
    return Response.ok(
            list.write(FeedService.words().siteTitle(), feeds.accounts()),
            AccountFeedList.MEDIA_TYPE + ";charset=UTF-8")
        .build();
  }
}
