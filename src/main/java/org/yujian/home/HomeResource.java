package org.yujian.home;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.reader.CurrentReader;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.web.NoStore;

/** The reader's home feed. */
@Path("/v1/me/feed")
@Tag(name = "Reader")
@PermissionsAllowed(CurrentReader.PERMISSION)
@NoStore
class HomeResource {

  private final HomeService home;
  private final CurrentReader reader;

  HomeResource(HomeService home, CurrentReader reader) {
    this.home = home;
    this.reader = reader;
  }

  @GET
  @Operation(
      operationId = "getHomeFeed",
      summary =
          "Live articles of all accounts that the reader follows and has not muted, newest first",
      description =
          "Items are articles as `/v1/articles` lists them. With `group=edition` they are editions"
              + " with the articles that went live together; an article that went live again alone is"
              + " an item of its own with its edition's id. Marks and counts have their own"
              + " operations.")
  public HomePage get(
      @Parameter(
              description = "`edition` makes one item of what was published together.",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("group")
          HomeGroup group,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    ReaderIdentity who = reader.get();
    return home.page(who, group, HomeService.request(limit, cursor, group, who));
  }
}
