package org.yujian.syndication;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.web.LastModified;
import org.yujian.shared.web.PublicRead;

/** Open feeds for feed readers. The ending of the address, not {@code Accept}, is the format. */
@Path("/feeds")
@Tag(name = "Feeds")
@PermitAll
@APIResponse(
    responseCode = "200",
    description = "Page of the feed",
    content = {
      @Content(
          mediaType = "application/feed+json",
          schema = @Schema(type = SchemaType.OBJECT, description = "JSON Feed 1.1.")),
      @Content(
          mediaType = "application/atom+xml",
          schema = @Schema(type = SchemaType.STRING, description = "Atom, RFC 4287.")),
      @Content(
          mediaType = "application/rss+xml",
          schema = @Schema(type = SchemaType.STRING, description = "RSS 2.0."))
    })
class FeedResource {

  private static final String FORMAT = "{format:json|atom|rss}";
  private static final String FORMAT_TEXT = "`json`, `atom` or `rss`.";

  private final FeedService feeds;
  private final FeedDocuments documents;

  FeedResource(FeedService feeds, FeedDocuments documents) {
    this.feeds = feeds;
    this.documents = documents;
  }

  @GET
  @Path("/all." + FORMAT)
  @PublicRead
  @Operation(
      operationId = "getFeed",
      summary = "All articles, newest first, as JSON Feed, Atom or RSS")
  public Response all(
      @Parameter(description = FORMAT_TEXT) @PathParam("format") String format,
      @QueryParam("cursor") String cursor) {
    return response(FeedFormat.of(format), feeds.all(cursor));
  }

  @GET
  @Path("/accounts/{handle}." + FORMAT)
  @PublicRead
  @Operation(
      operationId = "getAccountFeed",
      summary = "The articles of an account, newest first, as JSON Feed, Atom or RSS")
  public Response ofAccount(
      @Parameter(description = "Handle of the account.") @PathParam("handle") String handle,
      @Parameter(description = FORMAT_TEXT) @PathParam("format") String format,
      @QueryParam("cursor") String cursor) {
    return response(FeedFormat.of(format), feeds.ofAccount(handle, cursor));
  }

  @GET
  @Path("/tags/{slug}." + FORMAT)
  @PublicRead
  @Operation(
      operationId = "getTagFeed",
      summary = "The articles with a tag, newest first, as JSON Feed, Atom or RSS")
  public Response ofTag(
      @Parameter(description = "Slug of the tag.") @PathParam("slug") String slug,
      @Parameter(description = FORMAT_TEXT) @PathParam("format") String format,
      @QueryParam("cursor") String cursor) {
    return response(FeedFormat.of(format), feeds.ofTag(slug, cursor));
  }

  private Response response(FeedFormat format, OpenFeed feed) {
    Response.ResponseBuilder response =
        Response.ok(documents.write(format, feed), FeedDocuments.contentType(format));
    String link = documents.linkHeader(format, feed);
    if (link != null) {
      response.header("Link", link);
    }
    if (feed.dated()) {
      response.header(LastModified.HEADER, LastModified.date(feed.changed()));
    }
    return response.build();
  }
}
