package org.yujian.shared.web;

import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** {@code If-Match} (RFC 9110) of desk resources, whose ETag is a version. */
public final class IfMatch {

  private static final Pattern TAG = Pattern.compile("\"v(\\d{1,18})(?:-([\\w.-]{0,400}))?\"");
  private static final long NEVER = -1;

  private IfMatch() {}

  /** The ETag of what there is. */
  static String tag(Versioned present) {
    String detail = present.tagDetail();
    return "\"v" + present.tagVersion() + (detail.isEmpty() ? "" : "-" + detail) + "\"";
  }

  /**
   * 412 unless the editor looked at what there is.
   *
   * @param expected what {@link #version} gave
   */
  public static void require(long expected, long present, Instant changedAt) {
    if (expected != present) {
      throw stale(present, changedAt);
    }
  }

  /**
   * As {@link #require(long, long, Instant)}, and tells who changed it last.
   *
   * @param changedBy asked only then; null where nobody is known
   */
  public static void require(
      long expected, long present, Instant changedAt, Supplier<String> changedBy) {
    if (expected != present) {
      String by = changedBy.get();
      Problem stale = stale(present, changedAt);
      throw by == null ? stale : stale.with("changedBy", by);
    }
  }

  /** The 412 itself, for who has more to tell. */
  public static Problem stale(long present, Instant changedAt) {
    return ProblemCode.PRECONDITION_FAILED
        .problem()
        .with("version", present)
        .with("changedAt", changedAt);
  }

  /** What stands behind the version, {@link Versioned#tagDetail}; empty when nothing does. */
  public static String detail(String header) {
    Matcher tag = TAG.matcher(header.strip());
    return tag.matches() && tag.group(2) != null ? tag.group(2) : "";
  }

  /**
   * The version that the header names; one that no resource has when it names something else, so
   * that the service answers 412 with what there is.
   *
   * @throws org.yujian.shared.problem.Problem {@code precondition-required} without the header, or
   *     with {@code *}, which says nothing about what was looked at
   */
  public static long version(String header) {
    if (header == null || header.isBlank() || header.strip().equals("*")) {
      throw ProblemCode.PRECONDITION_REQUIRED.problem();
    }
    Matcher tag = TAG.matcher(header.strip());
    return tag.matches() ? Long.parseLong(tag.group(1)) : NEVER;
  }
}
