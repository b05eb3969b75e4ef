package org.yujian.ingest;

import java.util.List;
import org.yujian.edition.body.Body;

/**
 * One article out of a document. {@code title} is null when the document gives none; {@code line}
 * is the title's line in the file, else the first of the body. {@code author} is whom the
 * document's front matter names, or null.
 */
record HealedArticle(
    int line,
    String title,
    boolean titleGuessed,
    String subtitle,
    String source,
    String author,
    Body body,
    List<Join> joins) {

  boolean hasUncertainJoin() {
    return joins.stream().anyMatch(Join::uncertain);
  }

  String canonicalSha256() {
    return body.canonicalSha256(title, subtitle, source);
  }
}
