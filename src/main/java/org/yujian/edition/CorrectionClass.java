package org.yujian.edition;

import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;

/** Kinds of corrections, as the public reads them. */
public enum CorrectionClass {
  TYPO("typo", false),
  FACT("fact", true),

  /** Used exactly when the title changes. */
  TITLE("title", true),
  UPDATE("update", false);

  static final String PATTERN = "typo|fact|title|update";

  @EnumeratedValue public final String value;

  final boolean needsNote;

  CorrectionClass(String value, boolean needsNote) {
    this.value = value;
    this.needsNote = needsNote;
  }

  static CorrectionClass of(String value) {
    return Arrays.stream(values()).filter(one -> one.value.equals(value)).findFirst().orElseThrow();
  }
}
