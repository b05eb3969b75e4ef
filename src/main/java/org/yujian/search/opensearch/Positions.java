package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.opensearch.OpenSearchHttp.Reply;

/**
 * The positions of all generations, as documents of a small index of their own. Each write changes
 * the version of the document, so that other nodes see that its generation is in use.
 */
final class Positions {
  private static final String DEFINITION =
      """
      {"settings": {"index": {"number_of_shards": 1, "auto_expand_replicas": "0-1"}},
        "mappings": {"dynamic": false}}
      """;

  private final OpenSearchHttp http;
  private final String index;

  /**
   * @param index name of the index with the documents
   */
  Positions(OpenSearchHttp http, String index) {
    this.http = http;
    this.index = index;
  }

  /**
   * @param mark other after each write
   */
  record Stored(Optional<String> position, String mark) {}

  /** Makes the index where there is none. */
  void create() {
    Reply reply = http.send("PUT", "/" + index, Json.parse(DEFINITION));
    if (!reply.good() && !OpenSearchIndex.isThereAlready(reply)) {
      throw new IndexUnavailable("The index " + index + " cannot be made: " + reply, null);
    }
  }

  /** What was written last for a generation; without a position where that is nothing. */
  Stored read(String uuid) {
    Reply reply = http.send("GET", document(uuid), null);
    if (reply.status() != Reply.NOT_FOUND && !reply.good()) {
      throw new IndexUnavailable("No position can be read: " + reply, null);
    }
    JsonNode position = reply.body().path("_source").path("position");
    return new Stored(
        Optional.ofNullable(position.textValue()),
        reply.body().path("_primary_term").asText() + " " + reply.body().path("_seq_no").asText());
  }

  void write(String uuid, String name, String position) {
    ObjectNode document = Json.object().put("name", name).put("position", position);
    http.ok("PUT", document(uuid), document);
  }

  /** Says that a generation is in use. Without a position, or while others say so, it does not. */
  void mark(String uuid) {
    ObjectNode change = Json.object().put("marked", UUID.randomUUID().toString());
    Reply reply = http.send("POST", "/" + index + "/_update/" + uuid, Json.object("doc", change));
    boolean known = reply.status() == Reply.NOT_FOUND || reply.status() == Reply.CONFLICT;
    if (!reply.good() && !known) {
      throw new IndexUnavailable("The search index cannot be marked: " + reply, null);
    }
  }

  void delete(String uuid) {
    http.send("DELETE", document(uuid), null);
  }

  private String document(String uuid) {
    return "/" + index + "/_doc/" + uuid;
  }
}
