package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.yujian.edition.ContentPurged;
import org.yujian.search.PurgedWords;

/** Has the words of a purged article removed from the files of the search index. */
@ApplicationScoped
class PurgedSearch {

  private final PurgedWords words;

  PurgedSearch(PurgedWords words) {
    this.words = words;
  }

  void onContentPurged(@Observes ContentPurged event) {
    words.add();
  }
}
