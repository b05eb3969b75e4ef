package org.yujian.account;

import jakarta.persistence.EnumeratedValue;

/** State of an account. An import creates a hidden account, which opens with its first edition. */
public enum AccountState {
  HIDDEN("hidden"),
  OPEN("open"),
  CLOSED("closed");

  @EnumeratedValue final String value;

  AccountState(String value) {
    this.value = value;
  }

  public String value() {
    return value;
  }
}
