package org.yujian.auth.oidc;

/** Why nobody is signed in; pages show the reason. */
public final class OidcRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** The provider refused, or its answer is not for this attempt. */
    FAILED,

    /** No role of the person has scopes here. */
    NO_ROLE,

    /** The provider does not answer. */
    AWAY
  }

  private final Reason reason;

  OidcRefused(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
