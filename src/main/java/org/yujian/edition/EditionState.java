package org.yujian.edition;

import jakarta.persistence.EnumeratedValue;

/** Life of an edition. */
enum EditionState {
  DRAFT("draft"),
  SCHEDULED("scheduled"),
  PUBLISHED("published"),
  WITHDRAWN("withdrawn"),

  /** The clock could not publish it; a draft that says why. */
  FAILED("failed");

  @EnumeratedValue final String value;

  EditionState(String value) {
    this.value = value;
  }

  /** The word of the parameter. */
  @Override
  public String toString() {
    return value;
  }
}
