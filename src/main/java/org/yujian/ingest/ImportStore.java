package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.body.Body;
import org.yujian.change.Change;
import org.yujian.edition.Tagging;
import org.yujian.ingest.healing.Document;
import org.yujian.ingest.healing.DocumentFormat;
import org.yujian.ingest.healing.Finding;
import org.yujian.ingest.healing.FollowMention;
import org.yujian.media.Picture;
import org.yujian.media.PictureLibrary;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.tag.TagService;
import org.yujian.tag.TagView;
import org.yujian.target.EditionTargets;

/** Stores a healed document in one transaction: account, targets, drafts, publication, report. */
@ApplicationScoped
class ImportStore {

  private final ImportAccounts accounts;
  private final ArticleMatcher matcher;
  private final ImportDrafts drafts;
  private final ImportPublishing publishing;
  private final ImportRepository imports;
  private final EditionTargets targets;
  private final TagService tags;
  private final ImportPictures pictures;
  private final Audit audit;
  private final DatabaseClock clock;

  ImportStore(
      ImportAccounts accounts,
      ArticleMatcher matcher,
      ImportDrafts drafts,
      ImportPublishing publishing,
      ImportRepository imports,
      EditionTargets targets,
      TagService tags,
      ImportPictures pictures,
      Audit audit,
      DatabaseClock clock) {
    this.accounts = accounts;
    this.matcher = matcher;
    this.drafts = drafts;
    this.publishing = publishing;
    this.imports = imports;
    this.targets = targets;
    this.tags = tags;
    this.pictures = pictures;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  ImportReport store(ImportService.Prepared prepared, Caller caller) {
    ImportRequest request = prepared.request();
    ImportAccounts.Chosen account = accounts.choose(request.account(), prepared.document(), caller);
    Document document =
        pictures.place(prepared.document(), prepared.pictures(), account.id(), caller.name());
    List<Change> owed = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(document.findings());
    List<String> slugs = slugs(request, document, owed, findings, caller);
    List<ImportReport.Target> shown = shown(document);
    takeCodes(prepared, shown, account.id(), owed, findings, caller);
    ArticleMatcher.Matched matched =
        document.articles().isEmpty()
            ? new ArticleMatcher.Matched(List.of(), List.of())
            : matcher.match(
                account.id(), document, request.format() == DocumentFormat.TEXT, request.updates());
    findings.addAll(accountFindings(account, document));
    findings.addAll(matched.findings());
    ImportPublishing.Plan plan = publishing.plan(request, document, matched.articles());
    findings.addAll(plan.kept());
    List<ImportedArticle> stored =
        drafts.write(account.id(), matched.articles(), plan, shownIds(shown), slugs, caller);
    findings.addAll(untagged(stored, slugs));
    ImportJob job = job(request, account.id(), caller);
    job.report = report(request, document, job, stored, shown, findings);
    // Inserted before publishing locks the change log, because a large document takes long.
    imports.persist(job);
    List<ImportedArticle> done = publishing.publish(stored, plan, owed, caller);
    job.report = report(request, document, job, done, shown, findings);
    audit.record(
        caller, new AuditEvent("import.create", "import", job.id, account.id(), null, job.report));
    return job.report;
  }

  /** Slugs of the requested tags, created if missing, and of the document's tags that exist. */
  private List<String> slugs(
      ImportRequest request,
      Document document,
      List<Change> owed,
      List<Finding> findings,
      Caller caller) {
    Set<String> slugs = new LinkedHashSet<>();
    for (String tag : request.tags()) {
      slugs.add(tags.findOrCreate(tag, caller, owed).slug());
    }
    for (String tag : document.tags()) {
      Optional<TagView> known = tags.find(tag);
      boolean fits = known.isPresent() && slugs.size() < Tagging.LIMIT;
      if (fits) {
        slugs.add(known.get().slug());
      } else {
        findings.add(Finding.warning("front-matter.tag-unknown", null, tag).in(1));
      }
    }
    return List.copyOf(slugs);
  }

  private List<ImportReport.Target> shown(Document document) {
    return document.followTargets().stream()
        .map(
            mention -> {
              EditionTargets.Found found = targets.findOrCreate(mention.name());
              return new ImportReport.Target(
                  found.id(), mention.name(), mention.line(), found.result(), found.accountId());
            })
        .toList();
  }

  /** Gives outside targets the codes that the document shows; a finding tells each. */
  private void takeCodes(
      ImportService.Prepared prepared,
      List<ImportReport.Target> shown,
      UUID account,
      List<Change> owed,
      List<Finding> findings,
      Caller caller) {
    boolean mayChangePublic = caller.has(Scopes.CONTENT_PUBLISH) && caller.unlimited();
    for (int i = 0; i < shown.size(); i++) {
      FollowMention mention = prepared.document().followTargets().get(i);
      Map.Entry<String, PictureLibrary.Prepared> code =
          prepared.pictures().code(mention.pictures());
      if (code == null) {
        continue;
      }
      Picture picture = pictures.code(code.getValue(), account, caller.name());
      EditionTargets.CodeTaken taken =
          targets.takeCode(
              shown.get(i).followTargetId(),
              code.getValue().qrText(),
              picture,
              mayChangePublic,
              owed);
      if (taken != EditionTargets.CodeTaken.NOT_ALLOWED) {
        findings.removeIf(
            finding ->
                finding.code().equals("follow-target.no-image")
                    && Integer.valueOf(mention.line()).equals(finding.line()));
      }
      if (taken == EditionTargets.CodeTaken.TAKEN) {
        findings.add(
            Finding.info("follow-target.code-taken", mention.line(), mention.name())
                .in(mention.article()));
      }
    }
  }

  private static List<UUID> shownIds(List<ImportReport.Target> shown) {
    return shown.stream().map(ImportReport.Target::followTargetId).toList();
  }

  private static List<Finding> accountFindings(ImportAccounts.Chosen account, Document document) {
    List<Finding> findings = new ArrayList<>();
    if (account.created()) {
      int line = document.followTargets().get(0).line();
      findings.add(Finding.info("account.created", line));
      account
          .similar()
          .ifPresent(
              near -> findings.add(Finding.warning("account.similar-name", line, near.name())));
    }
    return findings;
  }

  /** Reports tags that were not added: an import never changes tags of a live article. */
  private static List<Finding> untagged(List<ImportedArticle> stored, List<String> slugs) {
    return stored.stream()
        .filter(article -> !slugs.isEmpty() && article.unchanged() && article.ref().live())
        .map(
            article ->
                Finding.warning("tag.not-applied", article.healed().line()).in(article.index()))
        .toList();
  }

  private ImportJob job(ImportRequest request, UUID account, Caller caller) {
    ImportJob job = new ImportJob();
    job.accountId = account;
    job.createdAt = clock.now();
    job.createdBy = caller.name();
    job.fileName = request.fileName();
    job.document = request.bytes();
    return job;
  }

  private static ImportReport report(
      ImportRequest request,
      Document document,
      ImportJob job,
      List<ImportedArticle> articles,
      List<ImportReport.Target> shown,
      List<Finding> findings) {
    return new ImportReport(
        job.id,
        "done",
        result(articles),
        Body.RULES,
        new ImportReport.File(
            request.fileName(),
            request.bytes().length,
            Sha256.hex(request.bytes()),
            request.format().mediaType(),
            document.charset()),
        job.accountId,
        articles.stream().map(ImportReports::article).toList(),
        shown,
        findings.stream().map(ImportReport.FindingView::of).toList());
  }

  private static String result(List<ImportedArticle> articles) {
    List<String> results =
        articles.stream().map(ImportedArticle::result).filter(Objects::nonNull).distinct().toList();
    return switch (results.size()) {
      case 0 -> ImportedArticle.UNCHANGED;
      case 1 -> results.get(0);
      default -> "mixed";
    };
  }
}
