package org.yujian.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yujian.document.DocumentDecoder;
import org.yujian.document.DocumentRefused;
import org.yujian.ingest.healing.DocumentFormat;
import org.yujian.shared.text.Glyph;

/**
 * Recognizes formats that are text but not documents for readers: as plain text they would become
 * articles full of markup. Judged by file name, by the client's media type and by the first
 * characters.
 */
enum OtherFormat {
  HTML("HTML in another form", "shtml|mhtml?|mht", "(?:text|application)/(?:html|xhtml\\+xml)"),
  JSON("JSON", "json|jsonl|ndjson|geojson|json5", "(?:text|application)/(?:json|[\\w.-]+\\+json)"),
  XML(
      "XML",
      "xml|rss|atom|svg|xslt?|xsd|opml",
      "(?:text|application|image)/(?:xml|[\\w.-]+\\+xml)");

  private static final JsonFactory JSON_FACTORY = new JsonFactory();
  private static final int LONGEST_START = 200;

  private final String label;
  private final Pattern name;
  private final Pattern type;

  OtherFormat(String label, String endings, String types) {
    this.label = label;
    this.name = Pattern.compile(".*\\.(?:" + endings + ")", Pattern.DOTALL);
    this.type = Pattern.compile("\\s*(?:" + types + ")\\s*(?:;.*)?", Pattern.DOTALL);
  }

  public String label() {
    return label;
  }

  /** Empty for a file of a format that is imported; reading it may still fail. */
  public static Optional<OtherFormat> of(ImportRequest request) {
    DocumentFormat read = request.format();
    if (read != DocumentFormat.TEXT && read != DocumentFormat.MARKDOWN) {
      return Optional.empty();
    }
    String name = request.fileName().toLowerCase(Locale.ROOT);
    String type = request.type() == null ? "" : request.type().toLowerCase(Locale.ROOT);
    for (OtherFormat format : values()) {
      if (format.name.matcher(name).matches() || format.type.matcher(type).matches()) {
        return Optional.of(format);
      }
    }
    return byContent(request.bytes());
  }

  private static Optional<OtherFormat> byContent(byte[] bytes) {
    String text;
    try {
      text = DocumentDecoder.decode(bytes).text();
    } catch (DocumentRefused toldLater) {
      return Optional.empty();
    }
    int from = 0;
    while (from < text.length() && Glyph.isBlank(text.charAt(from))) {
      from++;
    }
    String start =
        text.substring(from, Math.min(text.length(), from + LONGEST_START))
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("<?xml")) {
      return Optional.of(XML);
    }
    // Word saves "single file web pages" also under the name of a document.
    if (start.startsWith("mime-version:")) {
      return Optional.of(HTML);
    }
    boolean perhapsJson = start.startsWith("{") || start.startsWith("[");
    return perhapsJson && isJson(text) ? Optional.of(JSON) : Optional.empty();
  }

  /** Whether the whole text is one JSON value. */
  private static boolean isJson(String text) {
    try (JsonParser parser = JSON_FACTORY.createParser(text.getBytes(StandardCharsets.UTF_8))) {
      parser.nextToken();
      parser.skipChildren();
      return parser.currentToken().isStructEnd() && parser.nextToken() == null;
    } catch (IOException noJson) {
      return false;
    }
  }
}
