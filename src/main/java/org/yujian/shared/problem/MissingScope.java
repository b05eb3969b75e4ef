package org.yujian.shared.problem;

/** The 403 of a key or token that lacks a scope; names the scope in text, member and header. */
public final class MissingScope {
  private MissingScope() {}

  /**
   * @param scope what the operation needs
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
