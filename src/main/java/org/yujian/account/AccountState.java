package org.yujian.account;

import jakarta.persistence.EnumeratedValue;

/** Life of an account: hidden (made by an import, nothing live yet), open, closed for ever. */
public enum AccountState {
  HIDDEN("hidden"),
  OPEN("open"),
  CLOSED("closed");

  @EnumeratedValue final String value;

  AccountState(String value) {
    this.value = value;
  }

  /** As the database and the desk's answers write it. */
  public String value() {
    return value;
  }
}
