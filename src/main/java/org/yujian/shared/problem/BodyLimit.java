package org.yujian.shared.problem;

/** Maximum size of a request body in bytes, by path. */
public enum BodyLimit {
  UPLOAD("request-body.upload", 21L << 20),
  DESK("request-body.desk", 16L << 20),
  OTHER("request-body", 1L << 20);

  private final String limitName;
  private final long bytes;

  BodyLimit(String limitName, long bytes) {
    this.limitName = limitName;
    this.bytes = bytes;
  }

  /** The limit for a path; uploads of 20 MB need room for the multipart form around them. */
  public static BodyLimit of(String path) {
    if (path == null || !path.startsWith("/v1/desk/")) {
      return OTHER;
    }
    return path.startsWith("/v1/desk/imports") || path.startsWith("/v1/desk/media") ? UPLOAD : DESK;
  }

  public long bytes() {
    return bytes;
  }

  /** The problem for a larger body; closes the connection because the rest is not read. */
  public Problem problem() {
    return ProblemCode.PAYLOAD_TOO_LARGE
        .problem(limitName, bytes)
        .with("limit", limitName)
        .with("value", bytes)
        .header("Connection", "close");
  }
}
