package org.yujian.search;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.edge.LongRead;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.PublicRead;

/** Suggestions for everyone who types into a search box. */
@Path("/v1/search/suggest")
@Tag(name = "Search")
@PermitAll
class SuggestResource {

  private static final int DEFAULT_LIMIT = 8;

  @Inject SuggestService suggestions;

  @GET
  @LongRead
  @PublicRead
  @Operation(
      operationId = "suggest",
      summary = "Suggestions for what was typed",
      description =
          "Made for every keystroke: accounts and tags first, then titles and what stands in them"
              + " between punctuation, then words of the texts. Chinese, traditional or simplified,"
              + " pinyin with or without spaces (`taidu`, `tai du`), initials of names and titles"
              + " (`td`), and Chinese with a rest in Latin letters (`态d`). Words that stand only in"
              + " texts are found by whole syllables, two to four of them. Nothing for punctuation"
              + " alone.")
  public Suggestions suggest(
      @Parameter(
              description = "What was typed, 1 to 200 characters.",
              required = true,
              schema =
                  @Schema(type = SchemaType.STRING, minLength = 1, maxLength = Question.LONGEST))
          @QueryParam("q")
          String q,
      @Parameter(
              description = "Maximum number of suggestions.",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      format = "int32",
                      minimum = "1",
                      maximum = "20",
                      defaultValue = "8"))
          @QueryParam("limit")
          Integer limit) {
    Question.requireText(q);
    if (limit != null && (limit < 1 || limit > SuggestService.MAX_LIMIT)) {
      throw ProblemCode.INVALID_PARAMETER
          .problem("limit")
          .with(FieldError.parameter("limit", "range", 1, SuggestService.MAX_LIMIT));
    }
    int most = limit == null ? DEFAULT_LIMIT : limit;
    return suggestions.suggest(q, most);
  }
}
