package org.yujian.edition;

import jakarta.persistence.EnumeratedValue;

/** Life of an article: never live, live, taken back. */
enum ArticleState {
  DRAFT("draft"),
  PUBLISHED("published"),
  WITHDRAWN("withdrawn");

  @EnumeratedValue final String value;

  ArticleState(String value) {
    this.value = value;
  }
}
