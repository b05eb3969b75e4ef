package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yujian.edition.ContentPurged;

/**
 * An article's content is emptied for ever, and so are the documents it came from: they hold its
 * text. Price: joins of the other articles of such a document can no longer be undone.
 */
@ApplicationScoped
class PurgedDocuments {

  @Inject ImportRepository imports;

  void onContentPurged(@Observes ContentPurged event) {
    imports.emptyDocumentsOf(event.articleId(), event.accountId());
  }
}
