package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.yujian.edition.ContentPurged;
import org.yujian.idempotency.Idempotency;
import org.yujian.shared.text.Sha256;

/**
 * Deletes imported documents, their names and reported texts when an article from them is purged;
 * also documents with the same text whose draft was discarded. Price: joins in other articles of
 * such a document can no longer be undone.
 */
@ApplicationScoped
class PurgedDocuments {

  private static final String NO_TEXT = Sha256.hex("");

  private final ImportRepository imports;
  private final ImportWorkRepository work;
  private final Idempotency idempotency;

  PurgedDocuments(ImportRepository imports, ImportWorkRepository work, Idempotency idempotency) {
    this.imports = imports;
    this.work = work;
    this.idempotency = idempotency;
  }

  void onContentPurged(@Observes ContentPurged event) {
    Predicate<ImportReport.Article> gone =
        article ->
            article.articleId().equals(event.articleId())
                || event.bodies().contains(article.bodySha256())
                    && !article.bodySha256().equals(NO_TEXT);
    List<ImportJob> jobs =
        imports.lockWith(event.accountId(), event.articleId(), event.bodies()).stream()
            .filter(job -> job.report.articles().stream().anyMatch(gone))
            .toList();
    for (ImportJob job : jobs) {
      job.document = new byte[0];
      job.fileName = "";
      job.report = job.report.without(gone);
    }
    List<UUID> things = new ArrayList<>(jobs.stream().map(job -> job.id).toList());
    // The response to their upload has the names of the files, too.
    things.addAll(work.forgetNames(things));
    idempotency.forget(things);
  }
}
