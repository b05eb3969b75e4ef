package org.yujian.edition;

import jakarta.persistence.EnumeratedValue;

/** States of an edition. */
public enum EditionState {
  DRAFT("draft"),
  SCHEDULED("scheduled"),
  PUBLISHED("published"),
  WITHDRAWN("withdrawn"),

  /** The schedule could not publish the edition. Editable like a draft; has the problem's code. */
  FAILED("failed");

  @EnumeratedValue final String value;

  EditionState(String value) {
    this.value = value;
  }

  @Override
  public String toString() {
    return value;
  }
}
