package org.yujian.desk;

import org.yujian.auth.oidc.OidcRefused;

/** Why somebody is not signed in. The page shows the reason and the form again. */
enum SignInError {
  WRONG_KEY(422),
  FAILED(400),
  NO_ROLE(403),
  AWAY(503);

  final int status;

  SignInError(int status) {
    this.status = status;
  }

  static SignInError of(OidcRefused refused) {
    return switch (refused.reason()) {
      case FAILED -> FAILED;
      case NO_ROLE -> NO_ROLE;
      case AWAY -> AWAY;
    };
  }
}
