package org.yujian.ingest.healing;

import java.util.List;

/**
 * The result of healing a file: its articles in order, the names it says to follow, its tags, and
 * the findings for the report. Made by {@link Healer}, consumed by the import.
 */
public record Document(
    String charset,
    List<HealedArticle> articles,
    List<FollowMention> followTargets,
    List<String> tags,
    List<Finding> findings) {

  /** Whether an error finding keeps the article (index from 1) a draft. */
  public boolean hasError(int article) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.severity().equals(Finding.ERROR)
                    && Integer.valueOf(article).equals(finding.article()));
  }
}
