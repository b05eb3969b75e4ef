package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.body.Body;
import org.yujian.editing.DeskEditionService;
import org.yujian.edition.DeskArticle;
import org.yujian.ingest.ImportBatch;
import org.yujian.ingest.ImportBatches;
import org.yujian.ingest.ImportReport;
import org.yujian.ingest.ImportReports;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Reads what the pages about imports show, within the caller's accounts. */
@ApplicationScoped
class ImportPages {

  private final ImportReports reports;
  private final ImportBatches batches;
  private final DeskEditionService editions;
  private final AccountService accounts;

  ImportPages(
      ImportReports reports,
      ImportBatches batches,
      DeskEditionService editions,
      AccountService accounts) {
    this.reports = reports;
    this.batches = batches;
    this.editions = editions;
    this.accounts = accounts;
  }

  ImportBatch batch(UUID id, Caller caller, String language) {
    return batches.read(id, caller, language);
  }

  ImportedDocument read(UUID id, Caller caller, String language) {
    ImportReport report = reports.read(id, caller, language);
    String name =
        report.accountId() == null
            ? null
            : accounts.deskNames(Set.of(report.accountId())).get(report.accountId());
    return new ImportedDocument(
        report, name, report.articles().stream().map(article -> text(article, caller)).toList());
  }

  private ImportedDocument.Text text(ImportReport.Article article, Caller caller) {
    DeskArticle now = find(article.articleId(), caller).orElse(null);
    boolean asImported =
        now != null
            && now.draft() != null
            && now.draft().canonicalSha256().equals(article.canonicalSha256());
    return new ImportedDocument.Text(
        article,
        now,
        asImported
            ? JoinedParagraph.of(Body.of(now.draft().blocks()).lines(), article.joins())
            : List.of());
  }

  /** Empty when the article is deleted. */
  private Optional<DeskArticle> find(UUID id, Caller caller) {
    try {
      return Optional.of(editions.readArticle(id, caller));
    } catch (Problem gone) {
      if (gone.code() == ProblemCode.ARTICLE_NOT_FOUND) {
        return Optional.empty();
      }
      throw gone;
    }
  }
}
