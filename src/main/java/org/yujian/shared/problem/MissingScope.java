package org.yujian.shared.problem;

/** Creates the 403 for a key or token without the scope, named in text, member and header. */
public final class MissingScope {
  private MissingScope() {}

  /**
   * @param scope the scope that the operation needs
   */
  public static Problem problem(String scope) {
    // RFC 6750, section 3.1.
    String challenge =
        "Bearer realm=\"yujian\", error=\"insufficient_scope\", scope=\"" + scope + "\"";
    return ProblemCode.FORBIDDEN
        .problem(scope)
        .with("scope", scope)
        .header("WWW-Authenticate", challenge);
  }
}
