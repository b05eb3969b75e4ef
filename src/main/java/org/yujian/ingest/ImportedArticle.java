package org.yujian.ingest;

import org.yujian.edition.DraftRef;
import org.yujian.edition.DraftText;
import org.yujian.ingest.healing.HealedArticle;

/**
 * An article of a document while the import matches and stores it.
 *
 * @param index position in the document, from 1
 * @param ref its draft; null for a new article that is not stored yet
 */
record ImportedArticle(int index, HealedArticle healed, String result, DraftRef ref) {

  static final String CREATED = "created";
  static final String UPDATED = "updated";
  static final String UNCHANGED = "unchanged";

  DraftText content() {
    return content(healed);
  }

  static DraftText content(HealedArticle healed) {
    return new DraftText(
        healed.title(),
        healed.subtitle(),
        healed.source(),
        healed.body(),
        healed.author(),
        ImportPictures.first(healed.body()));
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
