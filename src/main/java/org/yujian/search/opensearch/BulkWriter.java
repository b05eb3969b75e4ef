package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.IndexedArticle;
import org.yujian.search.opensearch.OpenSearchHttp.Reply;

/** Writes articles in bulk requests of limited size. */
final class BulkWriter {
  private static final int BYTES = 4 << 20;
  private static final int ERRORS = 400;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;

  private final OpenSearchHttp http;
  private final int bytes;

  BulkWriter(OpenSearchHttp http) {
    this(http, BYTES);
  }

  /**
   * @param bytes size from which a request is sent
   */
  BulkWriter(OpenSearchHttp http, int bytes) {
    this.http = http;
    this.bytes = bytes;
  }

  static void line(ByteArrayOutputStream lines, JsonNode json) {
    lines.writeBytes(Json.bytes(json));
    lines.write('\n');
  }

  /**
   * @param alias of the index
   * @throws IllegalArgumentException when OpenSearch cannot index an article; others may be written
   */
  void write(String alias, IndexBatch batch) {
    if (!batch.removed().isEmpty()) {
      // A removal alone would make an index of this name where there is none any more.
      http.ok("GET", "/_alias/" + alias, null);
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (IndexedArticle article : batch.articles()) {
      line(lines, action("index", article.id(), 2 * article.version() + 1));
      line(lines, document(article));
      sendFull(alias, lines);
    }
    for (Map.Entry<UUID, Long> removed : batch.removed().entrySet()) {
      line(lines, action("delete", removed.getKey(), 2 * removed.getValue()));
      sendFull(alias, lines);
    }
    send(alias, lines);
  }

  private void sendFull(String alias, ByteArrayOutputStream lines) {
    if (lines.size() >= bytes) {
      send(alias, lines);
    }
  }

  private void send(String alias, ByteArrayOutputStream lines) {
    if (lines.size() > 0) {
      String path = "/" + alias + "/_bulk?require_alias=true&filter_path=errors,items,error";
      JsonNode response = http.postLines(path, lines.toByteArray());
      lines.reset();
      if (response.path("errors").asBoolean()) {
        response.path("items").forEach(item -> item.forEach(BulkWriter::check));
      }
    }
  }

  /** A conflict says that a newer version is there, or this one; a removal may find nothing. */
  private static void check(JsonNode item) {
    int status = item.path("status").asInt();
    JsonNode error = item.path("error");
    boolean known = status == Reply.CONFLICT || status == Reply.NOT_FOUND && error.isMissingNode();
    if (status < ERRORS || known) {
      return;
    }
    String what = item.path("_id").asText() + " was refused with " + status + ": " + error;
    if (status == Reply.NOT_FOUND || status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS) {
      throw new IndexUnavailable(what, null);
    }
    throw new IllegalArgumentException(what);
  }

  /** An article at a position is newer than a removal there, and equal to itself. */
  private static ObjectNode action(String name, UUID id, long version) {
    return Json.object(
        name,
        Json.object()
            .put("_id", id.toString())
            .put("version", version)
            .put("version_type", "external"));
  }

  private static ObjectNode document(IndexedArticle article) {
    ObjectNode document =
        Json.object()
            .put(Fields.ORDER, article.feedOrder())
            .put(Fields.ACCOUNT, article.account().toString());
    article.tags().forEach(tag -> document.withArray(Fields.TAG).add(tag.toString()));
    article.texts().forEach((field, text) -> add(document, field, text));
    return document;
  }

  private static void add(ObjectNode document, IndexField field, FieldText text) {
    document.put(Fields.single(field), text.folded());
    add(document.putArray(Fields.words(field)), text.words());
    add(document.putArray(Fields.sounds(field)), text.sounds());
  }

  private static void add(ArrayNode array, List<String> terms) {
    terms.forEach(array::add);
  }
}
