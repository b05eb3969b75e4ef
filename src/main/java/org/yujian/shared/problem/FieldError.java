package org.yujian.shared.problem;

import java.util.List;

/**
 * One entry of a problem's {@code errors}: the field or parameter that is wrong, and why. The
 * detail is the text {@code field.<code>} of the text files with the arguments filled in.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body, empty string for the whole body;
 *     null for a parameter
 * @param parameter name of a query, path, form or header parameter; null for the body
 */
public record FieldError(String pointer, String parameter, String code, List<Object> arguments) {

  /** An error at a JSON pointer of the body, for example {@code at("/title", "length", 1, 64)}. */
  public static FieldError at(String pointer, String code, Object... arguments) {
    return new FieldError(pointer, null, code, List.of(arguments));
  }

  public static FieldError parameter(String name, String code, Object... arguments) {
    return new FieldError(null, name, code, List.of(arguments));
  }
}
