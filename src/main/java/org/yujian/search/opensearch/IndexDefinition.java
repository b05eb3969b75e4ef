package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yujian.search.index.IndexField;

/**
 * Settings and mapping of an index. Numbers of shards and replicas are those of the cluster, or of
 * an index template for the prefix.
 */
final class IndexDefinition {
  private static final String SETTINGS =
      """
      {"index": {
        "sort": {"field": "order", "order": "desc"},
        "refresh_interval": "-1",
        "gc_deletes": "1h",
        "max_regex_length": 100000,
        "merge": {"policy": {"expunge_deletes_allowed": 0}},
        "similarity": {
          "occurrences": {"type": "scripted", "script": {"source": "return doc.freq;"}}},
        "analysis": {
          "tokenizer": {
            "single": {"type": "ngram", "min_gram": 1, "max_gram": 1},
            "pairs": {"type": "ngram", "min_gram": 2, "max_gram": 2}},
          "analyzer": {
            "single": {"type": "custom", "tokenizer": "single"},
            "pairs": {"type": "custom", "tokenizer": "pairs"}}}}}
      """;

  private static final String MAPPING =
      """
      {"dynamic": "strict",
        "_source": {"enabled": false},
        "properties": {
          "order": {"type": "long"},
          "account": {"type": "keyword", "doc_values": false},
          "tag": {"type": "keyword", "doc_values": false}}}
      """;

  private static final String TEXT =
      """
      {"type": "text", "analyzer": "single", "index_options": "docs", "norms": false,
        "fields": {"pairs": {
          "type": "text", "analyzer": "pairs", "index_options": "positions", "norms": false,
          "similarity": "occurrences"}}}
      """;

  private static final String TERMS = "{\"type\": \"keyword\", \"doc_values\": false}";

  private IndexDefinition() {}

  static ObjectNode withAlias(String alias) {
    ObjectNode mapping = Json.parse(MAPPING);
    ObjectNode properties = (ObjectNode) mapping.get("properties");
    for (IndexField field : IndexField.values()) {
      properties.set(Fields.single(field), Json.parse(TEXT));
      properties.set(Fields.words(field), Json.parse(TERMS));
      properties.set(Fields.sounds(field), Json.parse(TERMS));
    }
    ObjectNode definition = Json.object("settings", Json.parse(SETTINGS));
    definition.set("mappings", mapping);
    definition.set("aliases", Json.object(alias, Json.object()));
    return definition;
  }
}
