package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.IndexUnavailable;

/** Asks an index for pages and numbers of articles. */
final class PageSearch {
  /** Document frequencies that no term knows are counted up to here. */
  private static final int FREQUENCY_BOUND = 10_000;

  private static final String ERRORS = "error.type,error.reason,_shards.failed";
  private static final JsonNode LINE = Json.object().put("allow_partial_search_results", false);

  private final OpenSearchHttp http;

  PageSearch(OpenSearchHttp http) {
    this.http = http;
  }

  /**
   * @param index name in addresses
   */
  IndexHits find(String index, IndexQuery query) {
    if (query.size() == 0 && query.countTo() == 0) {
      return new IndexHits(List.of(), 0);
    }
    JsonNode hits = hits(index, page(query));
    int total = Math.min(hits.path("total").path("value").asInt(), query.countTo());
    return new IndexHits(read(hits, !query.ranking().isEmpty()), total);
  }

  /** The lowest in the feed that fit, from the lowest up. */
  List<Hit> oldest(String index, ArticleScope scope, Clause must, int size) {
    ObjectNode conditions = Json.object("filter", filter(scope, must));
    ObjectNode page = Json.object("query", Json.object("bool", conditions));
    page.put("size", size).put("track_total_hits", false);
    page.putArray("sort").addObject().put(Fields.ORDER, "asc");
    return read(hits(index, page), false);
  }

  private JsonNode hits(String index, ObjectNode search) {
    String shown = "hits.total.value,hits.hits._id,hits.hits.sort";
    return http.ok("POST", path(index, shown), search).path("hits");
  }

  private static List<Hit> read(JsonNode hits, boolean ranked) {
    List<Hit> page = new ArrayList<>();
    hits.path("hits").forEach(hit -> page.add(hit(hit, ranked)));
    return List.copyOf(page);
  }

  long size(String index) {
    JsonNode all = count(ClauseQueries.query(new Clause.AllOf(List.of())), true);
    return total(http.ok("POST", path(index, "hits.total.value"), all));
  }

  List<Long> frequencies(String index, List<Clause> clauses) {
    if (clauses.isEmpty()) {
      return List.of();
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Clause clause : clauses) {
      BulkWriter.line(lines, LINE);
      boolean exact = ClauseQueries.isTerm(clause);
      BulkWriter.line(lines, count(ClauseQueries.query(clause), exact));
    }
    String shown = "responses.status,responses.hits.total.value,responses.error.reason,";
    JsonNode responses =
        http.postLines("/" + index + "/_msearch?filter_path=" + shown + ERRORS, lines.toByteArray())
            .path("responses");
    List<Long> frequencies = new ArrayList<>();
    for (JsonNode response : responses) {
      if (!response.path("hits").has("total")) {
        String reason = response.path("error").path("reason").asText();
        throw new IndexUnavailable("OpenSearch could not count: " + reason, null);
      }
      frequencies.add(total(response));
    }
    if (frequencies.size() != clauses.size()) {
      throw new IndexUnavailable("OpenSearch answered another number of searches", null);
    }
    return frequencies;
  }

  private static String path(String index, String shown) {
    return "/"
        + index
        + "/_search?allow_partial_search_results=false&filter_path="
        + shown
        + ","
        + ERRORS;
  }

  private static long total(JsonNode response) {
    return response.path("hits").path("total").path("value").asLong();
  }

  private static ObjectNode count(JsonNode query, boolean exact) {
    ObjectNode count = Json.object("query", query).put("size", 0);
    return exact
        ? count.put("track_total_hits", true)
        : count.put("track_total_hits", FREQUENCY_BOUND);
  }

  private static Hit hit(JsonNode hit, boolean ranked) {
    JsonNode place = hit.path("sort");
    return new Hit(
        UUID.fromString(hit.path("_id").asText()),
        place.path(ranked ? 1 : 0).asLong(),
        ranked ? (int) place.path(0).asDouble() : 0);
  }

  /** The total is counted for all pages, wherever this one begins. */
  private static ObjectNode page(IndexQuery query) {
    ObjectNode conditions = conditions(query);
    ObjectNode page =
        Json.object("query", Json.object("bool", conditions)).put("size", query.size());
    if (query.countTo() == 0) {
      page.put("track_total_hits", false);
    } else {
      page.put("track_total_hits", query.countTo());
    }
    if (query.size() > 0) {
      boolean ranked = !query.ranking().isEmpty();
      ArrayNode sort = page.putArray("sort");
      if (ranked) {
        conditions.set("should", ClauseQueries.scored(query.ranking()));
        sort.addObject().put("_score", "desc");
      }
      sort.addObject().put(Fields.ORDER, "desc");
      if (query.after() != null) {
        ArrayNode after = page.putArray("search_after");
        if (ranked) {
          after.add(query.after().score());
        }
        after.add(query.after().feedOrder());
      }
    }
    return page;
  }

  private static ObjectNode conditions(IndexQuery query) {
    ObjectNode conditions = Json.object("filter", filter(query.scope(), query.must()));
    if (!query.without().isEmpty()) {
      ArrayNode ids = JsonNodeFactory.instance.arrayNode();
      query.without().forEach(id -> ids.add(id.toString()));
      conditions.set("must_not", Json.object("ids", Json.object("values", ids)));
    }
    return conditions;
  }

  private static ArrayNode filter(ArticleScope scope, Clause must) {
    ArrayNode filter = JsonNodeFactory.instance.arrayNode();
    filter.add(ClauseQueries.query(must));
    if (scope.account() != null) {
      filter.add(ClauseQueries.term(Fields.ACCOUNT, scope.account().toString()));
    }
    if (scope.tag() != null) {
      filter.add(ClauseQueries.term(Fields.TAG, scope.tag().toString()));
    }
    ObjectNode range = Json.object();
    if (scope.from() != Long.MIN_VALUE) {
      range.put("gte", scope.from());
    }
    if (scope.below() != Long.MAX_VALUE) {
      range.put("lt", scope.below());
    }
    if (!range.isEmpty()) {
      filter.add(Json.object("range", Json.object(Fields.ORDER, range)));
    }
    return filter;
  }
}
