package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.document.DocumentRefused;
import org.yujian.ingest.healing.Document;
import org.yujian.ingest.healing.Healer;
import org.yujian.shared.transaction.ConflictRetry;

/**
 * Imports documents: decodes and heals outside any transaction, then stores the result in one
 * ({@link ImportStore}).
 */
@ApplicationScoped
public class ImportService {

  /** More pictures take too long for a request. */
  private static final int QUICK_PICTURES = 8;

  private final ImportStore store;
  private final ImportAccounts accounts;
  private final ImportReports reports;
  private final ImportPictures pictures;

  ImportService(
      ImportStore store, ImportAccounts accounts, ImportReports reports, ImportPictures pictures) {
    this.store = store;
    this.accounts = accounts;
    this.reports = reports;
    this.pictures = pictures;
  }

  /** A decoded and healed document, ready to be stored. */
  record Prepared(ImportRequest request, Document document, ImportPictures.Stored pictures) {}

  /** Imports a document; a failed import stores nothing. */
  public ImportReport run(ImportRequest request, Caller caller) {
    Prepared prepared = prepare(request, caller);
    return ConflictRetry.on(() -> store(prepared, caller));
  }

  /** Gets the number of steps that are done: one for each picture, and one for storing. */
  @FunctionalInterface
  interface Progress {
    void report(int done, int total);
  }

  static void requireScopes(ImportRequest request, Caller caller) {
    caller.require(Scopes.CONTENT_WRITE);
    if (request.publish()) {
      caller.require(Scopes.CONTENT_PUBLISH);
    }
  }

  /** First half, outside any transaction: decodes, heals and stores the pictures. */
  Prepared prepare(ImportRequest request, Caller caller) {
    return prepare(request, caller, (done, total) -> {});
  }

  Prepared prepare(ImportRequest request, Caller caller, Progress progress) {
    Document document = healed(request, caller);
    int total = document.pictures().size() + 1;
    progress.report(0, total);
    return new Prepared(
        request, document, pictures.store(document, done -> progress.report(done, total)));
  }

  /** As {@link #prepare}; empty for a document whose pictures would take long. */
  Optional<Prepared> prepareQuickly(ImportRequest request, Caller caller) {
    Document document = healed(request, caller);
    return document.pictures().size() > QUICK_PICTURES
        ? Optional.empty()
        : Optional.of(new Prepared(request, document, pictures.store(document, done -> {})));
  }

  private Document healed(ImportRequest request, Caller caller) {
    requireScopes(request, caller);
    refuseOtherFormats(request);
    Document document = heal(request, key -> false);
    Optional<UUID> account = accounts.find(request.account(), document, caller);
    Set<String> undone = account.map(reports::undone).orElse(Set.of());
    boolean again =
        document.articles().stream()
            .flatMap(article -> article.joins().stream())
            .anyMatch(join -> undone.contains(join.key()));
    return again ? heal(request, undone::contains) : document;
  }

  /** Second half, in one transaction; safe to retry. */
  ImportReport store(Prepared prepared, Caller caller) {
    return store.store(prepared, caller);
  }

  private static void refuseOtherFormats(ImportRequest request) {
    OtherFormat.of(request)
        .ifPresent(
            other -> {
              throw ImportProblems.refused(
                  new DocumentRefused(
                      DocumentRefused.UNSUPPORTED,
                      "The file is "
                          + other.label()
                          + ", not a document that can be imported. Save it as .docx, .md or .txt."));
            });
  }

  static Document heal(ImportRequest request, Predicate<String> undone) {
    try {
      return Healer.heal(request.bytes(), request.format(), undone);
    } catch (DocumentRefused refused) {
      throw ImportProblems.refused(refused);
    }
  }
}
