package org.yujian.edition;

import java.util.UUID;

/**
 * Ids, position and state of an article.
 *
 * @param state {@code draft}, {@code published} or {@code withdrawn}
 */
public record DraftRef(UUID articleId, UUID editionId, int position, String state) {

  static DraftRef of(Article article) {
    return new DraftRef(article.id, article.editionId, article.position, article.state.value);
  }

  public boolean neverLive() {
    return ArticleState.DRAFT.value.equals(state);
  }

  public boolean live() {
    return ArticleState.PUBLISHED.value.equals(state);
  }
}
