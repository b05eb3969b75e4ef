package org.yujian.ingest.healing;

import java.util.List;
import org.yujian.body.Body;

/**
 * One article of a healed document. {@code title} is null when the document has none; {@code line}
 * is the title's line in the file, or else the first line of the body. {@code author} is the author
 * in the document's front matter, or null.
 */
public record HealedArticle(
    int line,
    String title,
    boolean titleGuessed,
    String subtitle,
    String source,
    String author,
    Body body,
    List<Join> joins) {

  public HealedArticle withBody(Body other) {
    return new HealedArticle(line, title, titleGuessed, subtitle, source, author, other, joins);
  }

  public boolean hasUncertainJoin() {
    return joins.stream().anyMatch(Join::uncertain);
  }

  public String canonicalSha256() {
    return body.canonicalSha256(title, subtitle, source);
  }
}
