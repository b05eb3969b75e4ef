package org.yujian.ingest;

import java.util.List;

/**
 * What a file's bytes turned out to be: its articles in order, whom it says to follow, the tags
 * that it names, and what the report should tell. Made by {@link Healer}, consumed by the import.
 */
record Document(
    String charset,
    List<HealedArticle> articles,
    List<FollowMention> followTargets,
    List<String> tags,
    List<Finding> findings) {

  /** Whether an error finding keeps the article (index from 1) a draft. */
  boolean hasError(int article) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.severity().equals(Finding.ERROR)
                    && Integer.valueOf(article).equals(finding.article()));
  }
}
