package org.yujian.desk;

import java.util.List;
import java.util.UUID;
import org.yujian.edition.DeskArticle;
import org.yujian.ingest.ImportReport;

/**
 * An import as its page shows it.
 *
 * @param accountName name of its account; null without one
 */
record ImportedDocument(ImportReport report, String accountName, List<Text> articles) {

  /**
   * An article of the document.
   *
   * @param now the article of today; null when it is gone
   * @param joined paragraphs with joins; empty when the text was changed since the import
   */
  record Text(ImportReport.Article article, DeskArticle now, List<JoinedParagraph> joined) {

    /** What would go live; null when there is no draft. */
    public String html() {
      return now == null || now.draft() == null ? null : now.draft().html();
    }
  }

  /** Findings that ask for a decision. */
  public List<ImportReport.FindingView> warnings() {
    return findings(true);
  }

  public List<ImportReport.FindingView> notes() {
    return findings(false);
  }

  private List<ImportReport.FindingView> findings(boolean warnings) {
    return report.findings().stream()
        .filter(finding -> finding.severity().equals("warning") == warnings)
        .toList();
  }

  /** The editions that the articles are in, in order. */
  public List<UUID> editions() {
    return articles.stream()
        .filter(text -> text.now() != null)
        .map(text -> text.now().editionId())
        .distinct()
        .toList();
  }
}
