package org.yujian.account;

import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Error responses of requests about accounts. */
final class AccountProblems {

  private AccountProblems() {}

  static Problem notFound(String ref) {
    return ProblemCode.ACCOUNT_NOT_FOUND.problem(ref);
  }

  static Problem closed(Account account) {
    Problem problem = ProblemCode.ACCOUNT_CLOSED.problem(account.name).with("at", account.closedAt);
    return account.publicNote == null ? problem : problem.with("note", account.publicNote);
  }

  static Problem nameTaken(String name) {
    return ProblemCode.ACCOUNT_NAME_TAKEN.problem(name);
  }

  static Problem handleTaken(String handle) {
    return ProblemCode.ACCOUNT_HANDLE_TAKEN.problem(handle);
  }

  static Problem handleRequired(String name) {
    return ProblemCode.ACCOUNT_HANDLE_REQUIRED.problem(name);
  }

  static Problem noFilter() {
    return ProblemCode.INVALID_PARAMETER
        .problem("account")
        .with(FieldError.parameter("account", "account"));
  }
}
