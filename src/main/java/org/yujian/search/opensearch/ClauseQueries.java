package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.yujian.search.index.Clause;
import org.yujian.search.index.Weighted;

/**
 * Translates clauses into OpenSearch's query language. No query depends on a score that OpenSearch
 * computes from the number of documents.
 */
final class ClauseQueries {
  /** Steps for the automaton of a {@link NearWordPattern}; 64 letters take some 40,000. */
  private static final int AUTOMATON_STEPS = 1_000_000;

  private static final ObjectNode EVERYTHING = Json.object("match_all", Json.object());
  private static final ObjectNode NOTHING = Json.object("match_none", Json.object());

  private ClauseQueries() {}

  static JsonNode query(Clause clause) {
    if (clause instanceof Clause.Contains contains) {
      return contains(contains);
    } else if (clause instanceof Clause.Word word) {
      return term(Fields.words(word.field()), word.word());
    } else if (clause instanceof Clause.Sound sound) {
      return term(Fields.sounds(sound.field()), sound.sound());
    } else if (clause instanceof Clause.NearWord near) {
      return near(near);
    } else if (clause instanceof Clause.AnyOf any) {
      return any(any.of().stream().map(ClauseQueries::query).collect(Json.toArray()));
    } else if (clause instanceof Clause.AllOf all) {
      return all.of().isEmpty()
          ? EVERYTHING
          : bool("filter", all.of().stream().map(ClauseQueries::query).collect(Json.toArray()));
    } else if (clause instanceof Clause.AtLeast some) {
      return some.least() <= 0 ? EVERYTHING : atLeast(some);
    }
    throw new IllegalArgumentException(clause.toString());
  }

  static ObjectNode term(String field, String value) {
    return Json.object("term", Json.object().put(field, value));
  }

  static ObjectNode bool(String occur, JsonNode queries) {
    return Json.object("bool", Json.object(occur, queries));
  }

  /** For each part a query that adds its weight to the score, exactly. */
  static ArrayNode scored(List<Weighted> parts) {
    return parts.stream()
        .map(
            part ->
                (JsonNode)
                    Json.object(
                        "constant_score",
                        Json.object("filter", query(part.clause())).put("boost", part.weight())))
        .collect(Json.toArray());
  }

  /** Whether the number of documents is known to the engine without looking at them. */
  static boolean isTerm(Clause clause) {
    return clause instanceof Clause.Word
        || clause instanceof Clause.Sound
        || clause instanceof Clause.Contains contains && length(contains.text()) <= 2;
  }

  /** The tokenizer of the field makes all pairs of a longer text, which have to be in a row. */
  private static ObjectNode contains(Clause.Contains contains) {
    String text = contains.text();
    return switch (length(text)) {
      case 1 -> term(Fields.single(contains.field()), text);
      case 2 -> term(Fields.pairs(contains.field()), text);
      default ->
          Json.object("match_phrase", Json.object().put(Fields.pairs(contains.field()), text));
    };
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static ObjectNode near(Clause.NearWord near) {
    ObjectNode pattern =
        Json.object()
            .put("value", NearWordPattern.of(near.word()))
            .put("flags", "NONE")
            .put("max_determinized_states", AUTOMATON_STEPS);
    return Json.object("regexp", Json.object(Fields.words(near.field()), pattern));
  }

  private static ObjectNode any(ArrayNode queries) {
    if (queries.isEmpty()) {
      return NOTHING;
    }
    ObjectNode any = bool("should", queries);
    ((ObjectNode) any.get("bool")).put("minimum_should_match", 1);
    return any;
  }

  private static ObjectNode atLeast(Clause.AtLeast some) {
    if (some.of().isEmpty()) {
      return NOTHING;
    }
    ObjectNode scored = Json.object("query", any(scored(some.of())));
    return Json.object("function_score", scored.put("min_score", some.least()));
  }
}
