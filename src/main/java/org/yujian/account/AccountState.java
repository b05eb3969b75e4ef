package org.yujian.account;

import jakarta.persistence.EnumeratedValue;

/** State of an account; hidden means created by an import with nothing live yet. */
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
