package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.Weighted;

/**
 * Translates clauses into OpenSearch's query language. No score depends on the number of documents.
 */
final class ClauseQueries {
  /** Steps for the automaton of a {@link NearWordPattern}; 64 letters take some 40,000. */
  private static final int AUTOMATON_STEPS = 1_000_000;

  private static final ObjectNode EVERYTHING = Json.object("match_all", Json.object());
  private static final ObjectNode NOTHING = Json.object("match_none", Json.object());

  private ClauseQueries() {}

  static JsonNode query(Clause clause) {
    if (clause instanceof Clause.Contains contains) {
      return contains(contains.field(), contains.text());
    } else if (clause instanceof Clause.Repeated repeated) {
      return repeated(repeated);
    } else if (clause instanceof Clause.OfAccount of) {
      return ofAccount(of);
    } else if (clause instanceof Clause.Tagged tagged) {
      return term(Fields.TAG, tagged.tag().toString());
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
  private static ObjectNode contains(IndexField field, String text) {
    return switch (length(text)) {
      case 1 -> term(Fields.single(field), text);
      case 2 -> term(Fields.pairs(field), text);
      default -> Json.object("match_phrase", Json.object().put(Fields.pairs(field), text));
    };
  }

  /**
   * A phrase has the sum of the scores of its pairs, each of which is how often all are in a row.
   */
  private static ObjectNode repeated(Clause.Repeated repeated) {
    int pairs = length(repeated.text()) - 1;
    return reaching(repeated.least() * pairs, contains(repeated.field(), repeated.text()));
  }

  private static ObjectNode ofAccount(Clause.OfAccount of) {
    ArrayNode accounts =
        of.accounts().stream()
            .map(account -> (JsonNode) TextNode.valueOf(account.toString()))
            .collect(Json.toArray());
    return Json.object("terms", Json.object(Fields.ACCOUNT, accounts));
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
    return queries.isEmpty() ? NOTHING : several(queries, 1);
  }

  private static ObjectNode several(ArrayNode queries, int least) {
    ObjectNode several = bool("should", queries);
    ((ObjectNode) several.get("bool")).put("minimum_should_match", least);
    return several;
  }

  private static ObjectNode atLeast(Clause.AtLeast some) {
    if (some.of().stream().mapToLong(Weighted::weight).sum() < some.least()) {
      return NOTHING;
    }
    LeadingParts parts = LeadingParts.of(some);
    ObjectNode query = several(scored(parts.leading()), parts.needed());
    if (!parts.others().isEmpty()) {
      query = bool("must", query);
      ((ObjectNode) query.get("bool")).set("should", scored(parts.others()));
    }
    return reaching(some.least(), query);
  }

  /** Documents to which the query gives at least this score. */
  private static ObjectNode reaching(int least, ObjectNode query) {
    return Json.object("function_score", Json.object("query", query).put("min_score", least));
  }
}
