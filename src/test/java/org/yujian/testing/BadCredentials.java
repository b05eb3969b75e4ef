package org.yujian.testing;

import java.util.List;

/** What is no credential, or was one. */
final class BadCredentials {

  private BadCredentials() {}

  /** Headers that are no good credential: all kinds of them. */
  static List<String> of(DeskTest test) {
    String expired = test.key(PermissionMatrixTest.SCOPES);
    String revoked = test.key(PermissionMatrixTest.SCOPES);
    String replaced = test.key(PermissionMatrixTest.SCOPES);
    test.tables()
        .run(
            "update api_key set previous_sha256 = secret_sha256, previous_until = now(),"
                + " secret_sha256 = id::text where secret_sha256 = "
                + sha256(replaced));
    String since = " = now() - interval '1 second' where secret_sha256 = ";
    for (String[] end : new String[][] {{expired, "expires_at"}, {revoked, "revoked_at"}}) {
      test.tables().run("update api_key set " + end[1] + since + sha256(end[0]));
    }
    return List.of(
        "Bearer " + expired,
        "Bearer " + revoked,
        "Bearer " + replaced,
        // As devices carry them: another kind of token, a signed one.
        "Bearer yd_" + test.adminKey().substring(3),
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
        "Bearer yj_garbage",
        "Bearer " + test.adminKey() + "x",
        "Bearer " + test.adminKey().substring(3),
        "Bearer",
        "Basic " + test.adminKey(),
        "yj_" + "x".repeat(500));
  }

  private static String sha256(String secret) {
    return "encode(sha256('" + secret + "'::bytea), 'hex')";
  }
}
