package org.yujian.feed;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.UuidList;

/** Public API of articles and the feed. */
@Path("/v1/articles")
@Tag(name = "Articles")
@PermitAll
class ArticleResource {

  private static final int BATCH = 50;
  private static final String BODY = "Form of the body.";

  private final ArticleService articles;

  ArticleResource(ArticleService articles) {
    this.articles = articles;
  }

  @GET
  @PublicRead
  @Operation(operationId = "listArticles", summary = "The feed: live articles, newest first")
  public ArticlePage list(
      @Parameter(description = "Only of this account: its id, or `@` and its handle.")
          @QueryParam("account")
          String account,
      @Parameter(description = "Only with this tag: its slug.") @QueryParam("tag") String tag,
      @QueryParam("edition") UUID edition,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    ArticleFilter filter = new ArticleFilter(account, tag, edition);
    return articles.list(
        filter, PageRequest.of(limit, cursor, filter.toString(), PageKey.Feed.class));
  }

  @GET
  @Path("/{id}")
  @PublicRead
  @Operation(operationId = "getArticle", summary = "One article with its body")
  public ArticleView get(
      @PathParam("id") UUID id,
      @Parameter(description = BODY, schema = @Schema(type = SchemaType.STRING))
          @QueryParam("body")
          @DefaultValue("html")
          BodyForm body,
      @Parameter(
              description =
                  "The version that sync or a hint told: never an older one, rather 503 `not-yet`"
                      + " from a node that is behind; 404 `version-not-found` where it never was")
          @QueryParam("v")
          @Min(0)
          Long v) {
    return articles.read(id, body, v == null ? 0 : v);
  }

  @GET
  @Path("/batch")
  @PublicRead
  @Operation(
      operationId = "getArticles",
      summary = "Up to 50 articles at once, and why the others are missing")
  public ArticleBatch batch(
      @Parameter(description = "Up to 50 ids, separated by commas.", required = true)
          @QueryParam("ids")
          String ids,
      @Parameter(description = BODY, schema = @Schema(type = SchemaType.STRING))
          @QueryParam("body")
          @DefaultValue("none")
          BodyForm body) {
    return articles.batch(UuidList.of("ids", ids, BATCH), body);
  }
}
