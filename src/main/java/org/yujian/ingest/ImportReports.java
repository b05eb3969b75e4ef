package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.body.Body;
import org.yujian.ingest.healing.FindingTexts;
import org.yujian.ingest.healing.HealedArticle;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;

/** Reads the reports of earlier imports. */
@ApplicationScoped
public class ImportReports {

  private final ImportRepository imports;
  private final AccountService accounts;

  ImportReports(ImportRepository imports, AccountService accounts) {
    this.imports = imports;
    this.accounts = accounts;
  }

  /** One report; 404 when it is unknown or its account is outside the key's reach. */
  @Transactional
  public ImportReport read(UUID id, Caller caller) {
    return within(id, caller).report;
  }

  /**
   * The same with its findings in a language.
   *
   * @param language as in {@code Accept-Language}
   */
  @Transactional
  public ImportReport read(UUID id, Caller caller, String language) {
    return read(id, caller).in(FindingTexts.preferredBy(language));
  }

  /** Imports of the caller's accounts, latest first; {@code account} is an id, a handle or null. */
  @Transactional
  public ImportPage list(String account, PageRequest page, Caller caller) {
    Optional<UUID> id = Optional.ofNullable(account).flatMap(accounts::filtered);
    List<ImportSummary> rows =
        account != null && id.isEmpty()
            ? List.of()
            : imports.page(id.orElse(null), caller.accounts(), page);
    return ImportPage.of(ItemPage.of(page, rows, ImportSummary::key));
  }

  @Transactional
  Set<String> undone(UUID account) {
    return imports.undone(account);
  }

  private ImportJob within(UUID id, Caller caller) {
    ImportJob job = imports.findByIdOptional(id).orElseThrow(() -> ImportProblems.notFound(id));
    // An import without an account may concern any, so keys limited to accounts must not see it.
    boolean within = job.accountId == null ? caller.unlimited() : caller.reaches(job.accountId);
    if (!within) {
      throw ImportProblems.notFound(id);
    }
    return job;
  }

  static ImportReport.Article article(ImportedArticle article) {
    HealedArticle healed = article.healed();
    Body body = healed.body();
    return new ImportReport.Article(
        article.ref().articleId(),
        article.ref().editionId(),
        article.result(),
        article.ref().state(),
        healed.title(),
        healed.subtitle(),
        healed.source(),
        body.lines().size(),
        body.characters(),
        body.bodySha256(),
        healed.canonicalSha256(),
        healed.joins().stream().map(ImportReport.JoinView::of).toList());
  }
}
