package org.yujian.ingest;

import org.yujian.edition.DraftContent;
import org.yujian.edition.DraftRef;

/**
 * An article of a document on its way into the database.
 *
 * @param index in the document, from 1
 * @param ref where it stands; null for a new one not yet made
 */
record ImportedArticle(int index, HealedArticle healed, String result, DraftRef ref) {

  static final String CREATED = "created";
  static final String UPDATED = "updated";
  static final String UNCHANGED = "unchanged";

  DraftContent content() {
    return content(healed);
  }

  static DraftContent content(HealedArticle healed) {
    return new DraftContent(
        healed.title(), healed.subtitle(), healed.source(), healed.body(), healed.author());
  }

  ImportedArticle as(String other) {
    return new ImportedArticle(index, healed, other, ref);
  }

  ImportedArticle at(DraftRef where) {
    return new ImportedArticle(index, healed, result, where);
  }

  boolean unchanged() {
    return UNCHANGED.equals(result);
  }

  boolean created() {
    return CREATED.equals(result);
  }
}
