package org.yujian.edition;

import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;

/** Reasons for a withdrawal, as the public reads them. */
enum WithdrawalClass {
  ERROR("error"),
  RIGHTS("rights"),
  REQUEST("request"),
  EXPIRED("expired"),
  OTHER("other");

  static final String PATTERN = "error|rights|request|expired|other";

  @EnumeratedValue final String value;

  WithdrawalClass(String value) {
    this.value = value;
  }

  static WithdrawalClass of(String value) {
    return Arrays.stream(values()).filter(one -> one.value.equals(value)).findFirst().orElseThrow();
  }
}
