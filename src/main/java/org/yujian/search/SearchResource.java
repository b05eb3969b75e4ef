package org.yujian.search;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.web.LongRead;
import org.yujian.shared.web.PublicRead;

/** Searching for everyone. */
@Path("/v1/search")
@Tag(name = "search")
@PermitAll
class SearchResource {

  @Inject PinyinSearch search;

  @GET
  @LongRead
  @PublicRead
  @Operation(
      operationId = "search",
      summary = "Articles, accounts and tags with these words",
      description =
          "Every sequence of characters that a reader can see is found, traditional or simplified,"
              + " in any width and case. Terms between spaces must all be there; \"…\" is one term"
              + " with its spaces. One term: articles with it in the title first, then all others,"
              + " newest first. Several: by how well they fit; one of them may be in the name of the"
              + " article's account. Up to four terms of Latin letters that no article has are read"
              + " as pinyin, or as initials: then `instead` says what was searched. Places count in"
              + " the revision `rev`; `/v1/articles/batch` with `body=blocks` gives up to 50 whole"
              + " articles at once.")
  public SearchPage search(
      @Parameter(
              description = "1 to 200 characters, up to 16 terms",
              required = true,
              schema =
                  @Schema(type = SchemaType.STRING, minLength = 1, maxLength = Question.LONGEST))
          @QueryParam("q")
          String q,
      @Parameter(
              description =
                  "`articles`, `accounts` or `tags`; without it articles, and before them on the"
                      + " first page up to three accounts and three tags, unless `account` or `tag`"
                      + " is given",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("type")
          SearchType type,
      @Parameter(description = "id, or `@` and the handle; of articles; 404 when unknown")
          @QueryParam("account")
          String account,
      @Parameter(description = "slug; of articles; 404 when unknown") @QueryParam("tag") String tag,
      @Parameter(description = "the first day, by the setting `yujian.time-zone`; of articles")
          @QueryParam("from")
          LocalDate from,
      @Parameter(description = "the last day, not before `from`; of articles") @QueryParam("to")
          LocalDate to,
      @Parameter(description = "how many at most; accounts and tags before articles do not count")
          @QueryParam("limit")
          Integer limit,
      @Parameter(description = "`next` of the page before, of the same search; opaque")
          @QueryParam("cursor")
          String cursor) {
    Question question = new Question(Question.terms(q), type, account, tag, from, to);
    return search.page(question, limit, cursor);
  }
}
