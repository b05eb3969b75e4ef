package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.edition.DraftRef;
import org.yujian.edition.DraftService;
import org.yujian.ingest.healing.Document;
import org.yujian.ingest.healing.DocumentFormat;
import org.yujian.ingest.healing.HealedArticle;
import org.yujian.ingest.healing.Healer;
import org.yujian.ingest.healing.Join;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Undoes a join: stores it for the account and heals the stored document without the join. */
@ApplicationScoped
public class JoinUndo {

  /** Codes of findings that the import added; healing the document again does not give them. */
  private static final Set<String> NOT_FROM_HEALING =
      Set.of(
          "publish.kept",
          "article.same-title",
          "account.created",
          "account.similar-name",
          "article.withdrawn-since",
          "article.corrected-since",
          "tag.not-applied",
          "front-matter.tag-unknown");

  private final ImportRepository imports;
  private final ImportReports reports;
  private final AccountService accounts;
  private final DraftService drafts;
  private final ImportPictures pictures;
  private final Audit audit;
  private final DatabaseClock clock;

  JoinUndo(
      ImportRepository imports,
      ImportReports reports,
      AccountService accounts,
      DraftService drafts,
      ImportPictures pictures,
      Audit audit,
      DatabaseClock clock) {
    this.imports = imports;
    this.reports = reports;
    this.accounts = accounts;
    this.drafts = drafts;
    this.pictures = pictures;
    this.audit = audit;
    this.clock = clock;
  }

  /** The report without the join. For a live article only the draft changes. */
  @RetryOnConflict
  @Transactional
  public ImportReport undo(UUID importId, UndoJoin request, Caller caller) {
    ImportReport report = reports.read(importId, caller);
    int index = index(report, request.articleId());
    accounts.lock(report.accountId());
    ImportJob job = imports.lock(importId).orElseThrow();
    if (job.document.length == 0) {
      throw ImportProblems.purged(importId);
    }
    Set<String> undone = new HashSet<>(imports.undone(job.accountId));
    Document original = heal(job, undone);
    // Stored since the import, unless they were deleted.
    ImportPictures.Stored stored = pictures.store(original, done -> {});
    Document before = pictures.place(original, stored, job.accountId, caller.name());
    if (index >= before.articles().size()) {
      // The import was made by older rules, which found other articles in the document.
      throw ImportProblems.draftChanged(request.articleId());
    }
    HealedArticle article = before.articles().get(index);
    if (!drafts.stands(request.articleId(), ImportedArticle.content(article))) {
      throw ImportProblems.draftChanged(request.articleId());
    }
    String key = key(article, request);
    storeUndo(job, key, caller);
    undone.add(key);
    Document after = pictures.place(heal(job, undone), stored, job.accountId, caller.name());
    HealedArticle healed = after.articles().get(index);
    DraftRef ref =
        drafts.update(request.articleId(), ImportedArticle.content(healed), caller.name());
    job.report =
        changed(job.report, index, new ImportedArticle(index + 1, healed, null, ref), after);
    audit.record(
        caller,
        new AuditEvent("import.undo-join", "import", importId, job.accountId, report, job.report));
    return job.report;
  }

  private static Document heal(ImportJob job, Set<String> undone) {
    DocumentFormat format = DocumentFormat.of(job.fileName, job.document);
    return Healer.heal(job.document, format, undone::contains);
  }

  private static int index(ImportReport report, UUID articleId) {
    for (int i = 0; i < report.articles().size(); i++) {
      if (report.articles().get(i).articleId().equals(articleId)) {
        return i;
      }
    }
    throw ImportProblems.joinNotFound();
  }

  private static String key(HealedArticle article, UndoJoin request) {
    return article.joins().stream()
        .filter(
            join -> join.paragraph() == request.paragraph() && join.offset() == request.offset())
        .map(Join::key)
        .findFirst()
        .orElseThrow(ImportProblems::joinNotFound);
  }

  private void storeUndo(ImportJob job, String key, Caller caller) {
    UndoneJoin undone = new UndoneJoin();
    undone.accountId = job.accountId;
    undone.joinKey = key;
    undone.undoneAt = clock.now();
    undone.undoneBy = caller.name();
    imports.persist(undone);
  }

  private static ImportReport changed(
      ImportReport report, int index, ImportedArticle article, Document after) {
    List<ImportReport.Article> articles = new ArrayList<>(report.articles());
    articles.set(index, ImportReports.article(article.as(articles.get(index).result())));
    List<ImportReport.FindingView> findings =
        new ArrayList<>(after.findings().stream().map(ImportReport.FindingView::of).toList());
    report.findings().stream()
        .filter(finding -> NOT_FROM_HEALING.contains(finding.code()))
        .forEach(findings::add);
    return new ImportReport(
        report.id(),
        report.state(),
        report.result(),
        report.rules(),
        report.file(),
        report.accountId(),
        articles,
        report.followTargets(),
        findings);
  }
}
