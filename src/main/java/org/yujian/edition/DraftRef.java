package org.yujian.edition;

import java.util.UUID;

/**
 * Where an article stands.
 *
 * @param state {@code draft}, {@code published} or {@code withdrawn}
 */
public record DraftRef(UUID articleId, UUID editionId, int position, String state) {

  static DraftRef of(Article article) {
    return new DraftRef(article.id, article.editionId, article.position, article.state.value);
  }

  /** Whether it was never live. */
  public boolean neverLive() {
    return ArticleState.DRAFT.value.equals(state);
  }

  /** Whether it is live now. */
  public boolean live() {
    return ArticleState.PUBLISHED.value.equals(state);
  }
}
