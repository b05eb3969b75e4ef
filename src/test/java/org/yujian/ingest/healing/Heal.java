package org.yujian.ingest.healing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Heals a document written in a test. Blocks stand on lines of their own. */
final class Heal {

  private Heal() {}

  static Document text(String... lines) {
    return document(DocumentFormat.TEXT, lines);
  }

  static Document markdown(String... lines) {
    return document(DocumentFormat.MARKDOWN, lines);
  }

  private static Document document(DocumentFormat format, String... lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return Healer.heal(bytes, format, key -> false);
  }

  /** The body of one article that consists of these blocks under a title. */
  static List<String> body(String... blocks) {
    return article(blocks).body().lines();
  }

  static HealedArticle article(String... blocks) {
    Document document = text("# 题\n\n" + String.join("\n\n", blocks));
    return document.articles().get(0);
  }

  static List<String> codes(Document document) {
    return document.findings().stream().map(Finding::code).toList();
  }
}
