package org.yujian.edition;

import java.time.Instant;
import java.util.UUID;

/** A correction as the query reads it. */
record CorrectionRow(UUID articleId, String reason, String note, Instant at, int rev) {

  ArticleView.CorrectionView view() {
    return new ArticleView.CorrectionView(reason, note, at, rev);
  }
}
