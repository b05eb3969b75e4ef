package org.yujian.ingest.healing;

import java.util.List;
import org.yujian.document.DocumentPicture;

/**
 * A healed file: its articles in order, names to follow, tags, and findings for the report.
 *
 * @param pictures pictures inside the file; figures in the bodies have their names as addresses
 */
public record Document(
    String charset,
    List<HealedArticle> articles,
    List<FollowMention> followTargets,
    List<String> tags,
    List<Finding> findings,
    List<DocumentPicture> pictures) {

  /** Whether an error keeps the article with this index (from 1) a draft. */
  public boolean hasError(int article) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.severity().equals(Finding.ERROR)
                    && Integer.valueOf(article).equals(finding.article()));
  }
}
