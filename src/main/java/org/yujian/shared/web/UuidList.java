package org.yujian.shared.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Ids in a parameter of a query, separated by commas. */
public final class UuidList {

  /** {@link UUID#fromString} also takes 1-1-1-1-1. */
  static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private UuidList() {}

  /**
   * One to so many ids.
   *
   * @param name the parameter's
   * @throws Problem {@code invalid-parameter}
   */
  public static List<UUID> of(String name, String list, int atMost) {
    if (list == null || list.isBlank()) {
      throw bad(name, "required");
    }
    String[] parts = list.split(",", -1);
    if (parts.length > atMost) {
      throw bad(name, "range", 1, atMost);
    }
    return Arrays.stream(parts).map(part -> id(name, part.strip())).toList();
  }

  /** Whether a text has the form of an id. */
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  private static UUID id(String name, String text) {
    if (!isId(text)) {
      throw bad(name, "uuid");
    }
    return UUID.fromString(text);
  }

  private static Problem bad(String name, String code, Object... arguments) {
    return ProblemCode.INVALID_PARAMETER
        .problem(name)
        .with(FieldError.parameter(name, code, arguments));
  }
}
