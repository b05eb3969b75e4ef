package org.yujian.ingest.healing;

import java.util.List;

/** A healed file: its articles in order, names to follow, tags, and findings for the report. */
public record Document(
    String charset,
    List<HealedArticle> articles,
    List<FollowMention> followTargets,
    List<String> tags,
    List<Finding> findings) {

  /** Whether an error keeps the article with this index (from 1) a draft. */
  public boolean hasError(int article) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.severity().equals(Finding.ERROR)
                    && Integer.valueOf(article).equals(finding.article()));
  }
}
