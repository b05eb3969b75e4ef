package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes one request to an operation, wrong in one or several places. */
final class HostileRequest {
  private static final Pattern PLACE = Pattern.compile("\\{[^}]+}");
  private static final String LINE = "\r\n";

  private final Random random;
  private final HostileTarget target;
  private final String key;
  private final SchemaBodies bodies;
  private final HostileForms forms;
  private final HostileHeaders headers;

  /**
   * @param key sent with most requests; null for none
   */
  HostileRequest(Random random, JsonNode document, HostileTarget target, String key) {
    this.random = random;
    this.target = target;
    this.key = key;
    this.bodies = new SchemaBodies(random, document, target.anyIds());
    this.forms = new HostileForms(random, target);
    this.headers = new HostileHeaders(random);
  }

  byte[] make(String name, JsonNode operation) {
    String method = name.substring(0, name.indexOf(' '));
    if (random.nextInt(15) == 0) {
      method = pick(HostileValues.METHODS);
    }
    String template = name.substring(name.indexOf(' ') + 1);
    String path = filled(template) + query(template, operation);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1" + LINE);
    head.append("Host: localhost").append(LINE);
    if (key != null && random.nextInt(40) > 0) {
      head.append("Authorization: Bearer ").append(key).append(LINE);
    }
    if (operation.toString().contains("\"If-Match\"") && random.nextInt(4) > 0) {
      head.append("If-Match: \"v").append(random.nextInt(4)).append('"').append(LINE);
    }
    for (int i = random.nextInt(key == null ? 3 : 2); i > 0; i--) {
      head.append(headers.line()).append(LINE);
    }
    String body = method.equals("GET") || method.equals("HEAD") ? "" : body(operation, head);
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    head.append("Content-Length: ").append(bytes.length).append(LINE + LINE).append(body);
    return head.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private String filled(String path) {
    Matcher place = PLACE.matcher(path);
    return place.replaceAll(found -> Matcher.quoteReplacement(filling(path, found.group())));
  }

  private String filling(String path, String place) {
    List<String> known = target.names(path, place);
    return random.nextInt(4) == 0 || known.isEmpty() ? pick(HostileValues.VALUES) : pick(known);
  }

  private String query(String path, JsonNode operation) {
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query") && random.nextInt(3) > 0) {
        String name = parameter.path("name").asText();
        query.append(query.length() == 0 ? '?' : '&');
        query.append(name).append('=').append(value(path, name));
      }
    }
    // A cursor is good only with the filters it was made for.
    if (target.hasCursors(path) && random.nextInt(3) == 0) {
      return "?cursor=" + target.cursor(path, random) + "&limit=" + (1 + random.nextInt(100));
    }
    return query.append(random.nextInt(15) == 0 ? "&%=&&=" : "").toString().replaceFirst("^&", "?");
  }

  private String value(String path, String name) {
    List<String> known = target.names(path, "{" + name + "}");
    return random.nextBoolean() || known.isEmpty() ? pick(HostileValues.VALUES) : pick(known);
  }

  private String body(JsonNode operation, StringBuilder head) {
    JsonNode content = operation.path("requestBody").path("content");
    String type = random.nextInt(8) == 0 ? pick(HostileValues.TYPES) : first(content);
    if (type.startsWith("multipart")) {
      head.append("Content-Type: multipart/form-data")
          .append(random.nextInt(12) == 0 ? "" : "; boundary=x")
          .append(LINE);
      return forms.make();
    }
    head.append("Content-Type: ").append(type).append(LINE);
    JsonNode schema = content.path(type).path("schema");
    return random.nextInt(5) > 0 && schema.isObject()
        ? damaged(bodies.make(schema))
        : pick(HostileValues.BODIES);
  }

  /** Now and then damaged as text, in ways that no tree has. */
  private String damaged(String json) {
    int at = random.nextInt(json.length() + 1);
    return switch (random.nextInt(30)) {
      case 0 -> json.substring(0, at);
      case 1 -> json.substring(0, at) + (char) random.nextInt(256) + json.substring(at);
      case 2 -> json.replaceFirst("\\{\"(\\w+)\":", "{\"$1\":null,\"$1\":");
      case 3 -> json.replaceFirst(":\"[^\"]*\"", ":" + "9".repeat(400));
      case 4 -> json.replaceFirst("\\{", "{\"\\\\u0000\":1,");
      case 5 -> json.replaceFirst(":\"", ":" + "[".repeat(200) + "\"");
      case 6 -> json + json;
      case 7 -> json.replaceFirst("\"\\w+\":", "\"\\\\ud800\":");
      default -> json;
    };
  }

  private static String first(JsonNode content) {
    for (Map.Entry<String, JsonNode> type : content.properties()) {
      return type.getKey();
    }
    return "application/json";
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
