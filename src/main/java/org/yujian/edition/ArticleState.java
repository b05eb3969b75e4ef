package org.yujian.edition;

import jakarta.persistence.EnumeratedValue;

/** States of an article: never published, live, withdrawn. */
public enum ArticleState {
  DRAFT("draft"),
  PUBLISHED("published"),
  WITHDRAWN("withdrawn");

  @EnumeratedValue final String value;

  ArticleState(String value) {
    this.value = value;
  }
}
