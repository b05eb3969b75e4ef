package org.yujian.shared.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Parses the comma-separated ids of a query parameter. */
public final class UuidList {

  /** {@link UUID#fromString} would also accept 1-1-1-1-1. */
  static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private UuidList() {}

  /** Parses one to {@code atMost} ids of a parameter; throws {@code invalid-parameter}. */
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
