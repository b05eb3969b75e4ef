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
import org.yujian.search.synonym.SynonymDictionary;
import org.yujian.shared.edge.LongRead;
import org.yujian.shared.web.PublicRead;

/** Searching for everyone. */
@Path("/v1/search")
@Tag(name = "Search")
@PermitAll
class SearchResource {

  @Inject RelaxedSearch search;
  @Inject SynonymDictionary synonyms;

  @GET
  @LongRead
  @PublicRead
  @Operation(
      operationId = "search",
      summary = "Search articles, accounts and tags",
      description =
          "Every sequence of characters that a reader can see is found, traditional or simplified,"
              + " in any width and case. Terms between spaces must all be there; \"…\" is one term"
              + " with its spaces. One term: articles with it in the title first, then all others,"
              + " newest first; where it begins or ends with a number, those in which the number"
              + " stands alone before. Several: by how well they fit; each may be in the name of the"
              + " article's account. Up to four terms of Latin letters that no article has are"
              + " read as pinyin, or as initials: then `instead` says what was searched. Where that"
              + " does not fill the first page, articles with most words of the question follow, or"
              + " with words that sound or are spelled alike or are synonyms of the installation:"
              + " their `match` is `relaxed`, and `synonyms` says which were used. Places"
              + " count in the revision `rev`; `/v1/articles/batch` with `body=blocks` gives up to"
              + " 50 whole articles at once.")
  public SearchPage search(
      @Parameter(
              description = "What to search for: 1 to 200 characters, up to 16 terms.",
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
      @Parameter(
              description =
                  "`exact`: only articles with every term as typed; `relaxed`, which is the"
                      + " default: where these do not fill the first page, others that fit mostly"
                      + " follow.",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("match")
          SearchMatch match,
      @Parameter(
              description =
                  "Only articles of this account: its id, or `@` and its handle; 404 when unknown.")
          @QueryParam("account")
          String account,
      @Parameter(description = "Only articles with this tag: its slug; 404 when unknown.")
          @QueryParam("tag")
          String tag,
      @Parameter(description = "Only articles from this day on, in the time zone of the server.")
          @QueryParam("from")
          LocalDate from,
      @Parameter(description = "Only articles up to this day, not before `from`.") @QueryParam("to")
          LocalDate to,
      @Parameter(
              description =
                  "Maximum number of items; accounts and tags before articles do not count.")
          @QueryParam("limit")
          Integer limit,
      @Parameter(description = "`next` of the page before, with the same search. Opaque.")
          @QueryParam("cursor")
          String cursor) {
    Question question = new Question(Question.terms(q), type, account, tag, from, to);
    return search.page(question, match, limit, cursor, synonyms.current());
  }
}
