package org.yujian.shared.web;

import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Checks {@code If-Match} (RFC 9110) for desk resources, whose ETag is a version. */
public final class IfMatch {

  private static final Pattern TAG = Pattern.compile("\"v(\\d{1,18})(?:-([\\w.-]{0,400}))?\"");
  private static final long NEVER = -1;

  private IfMatch() {}

  static String tag(Versioned present) {
    String detail = present.tagDetail();
    return "\"v" + present.tagVersion() + (detail.isEmpty() ? "" : "-" + detail) + "\"";
  }

  /** Throws 412 unless {@code expected}, the result of {@link #version}, is the current version. */
  public static void require(long expected, long present, Instant changedAt) {
    if (expected != present) {
      throw stale(present, changedAt);
    }
  }

  /** Throws a 412 with the last editor: {@code changedBy} is called only then, null if unknown. */
  public static void require(
      long expected, long present, Instant changedAt, Supplier<String> changedBy) {
    if (expected != present) {
      String by = changedBy.get();
      Problem stale = stale(present, changedAt);
      throw by == null ? stale : stale.with("changedBy", by);
    }
  }

  public static Problem stale(long present, Instant changedAt) {
    return ProblemCode.PRECONDITION_FAILED
        .problem()
        .with("version", present)
        .with("changedAt", changedAt);
  }

  public static String detail(String header) {
    Matcher tag = TAG.matcher(header.strip());
    return tag.matches() && tag.group(2) != null ? tag.group(2) : "";
  }

  /**
   * The version in the header; a malformed one gives a version that no resource has. Throws {@code
   * precondition-required} without a header and for {@code *}, which names no version.
   */
  public static long version(String header) {
    if (header == null || header.isBlank() || header.strip().equals("*")) {
      throw ProblemCode.PRECONDITION_REQUIRED.problem();
    }
    Matcher tag = TAG.matcher(header.strip());
    return tag.matches() ? Long.parseLong(tag.group(1)) : NEVER;
  }
}
