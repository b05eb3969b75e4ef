package org.yujian.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.yujian.delivery.OutgoingRequest;
import org.yujian.shared.crypto.HmacSha256;

/** Makes the requests to subscribers (WebSub, sections 5.2, 5.3 and 7). */
@ApplicationScoped
class HubRequests {

  private static final String AGENT = "User-Agent";
  private static final String NAME = "Yujian";

  private final FeedLinks links;
  private final FeedDocuments documents;

  HubRequests(FeedLinks links, FeedDocuments documents) {
    this.links = links;
    this.documents = documents;
  }

  OutgoingRequest verification(HubTask task, String challenge) {
    StringBuilder query = query(task.topic(), task.mode());
    add(query, "hub.challenge", challenge);
    if (task.mode() == HubMode.SUBSCRIBE) {
      add(query, "hub.lease_seconds", String.valueOf(task.lease().toSeconds()));
    }
    return get(task, query);
  }

  OutgoingRequest denial(HubTask task, String reason) {
    StringBuilder query = query(task.topic(), HubMode.DENIED);
    add(query, "hub.reason", reason);
    return get(task, query);
  }

  /**
   * @param secret key of the signature; null without one
   */
  OutgoingRequest content(HubTask task, byte[] body, byte[] secret) {
    Map<String, String> headers = new TreeMap<>();
    headers.put(AGENT, NAME);
    headers.put("Content-Type", FeedDocuments.contentType(task.topic().format()));
    headers.put("Link", documents.linkHeader(task.topic().path()));
    if (secret != null) {
      headers.put("X-Hub-Signature", signature(body, secret));
    }
    return new OutgoingRequest("POST", task.callback(), headers, body);
  }

  static String signature(byte[] body, byte[] secret) {
    return "sha256=" + HexFormat.of().formatHex(HmacSha256.of(secret, body));
  }

  private StringBuilder query(FeedTopic topic, HubMode mode) {
    StringBuilder query = new StringBuilder();
    add(query, "hub.mode", mode.text());
    add(query, "hub.topic", links.link(topic.path()));
    return query;
  }

  private static void add(StringBuilder query, String name, String value) {
    query
        .append(query.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  /** The callback keeps its own query. */
  private static OutgoingRequest get(HubTask task, StringBuilder query) {
    String separator = task.callback().contains("?") ? "&" : "?";
    return new OutgoingRequest(
        "GET", task.callback() + separator + query, Map.of(AGENT, NAME), new byte[0]);
  }
}
