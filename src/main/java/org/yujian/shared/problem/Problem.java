package org.yujian.shared.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error response, thrown as an exception: {@code throw ProblemCode.CONFLICT.problem(…).with(…)}.
 * It has no stack trace because it is an expected outcome; {@link #causedBy} adds one to the log.
 * Rendered as RFC 9457 in the language that the client prefers.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private Throwable cause;
  private final transient List<Object> arguments;
  private final transient List<FieldError> errors = new ArrayList<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  Problem(ProblemCode code, Object... arguments) {
    super(code.code(), null, false, false);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** Adds one entry to {@code errors}. */
  public Problem with(FieldError error) {
    errors.add(error);
    return this;
  }

  /** Adds an extension member to the document, serialized with the application's JSON rules. */
  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** Sets a response header, for example {@code Retry-After}. */
  public Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Keeps the cause for the log; it never reaches the client. */
  public Problem causedBy(Throwable cause) {
    this.cause = cause;
    return this;
  }

  @Override
  public synchronized Throwable getCause() {
    return cause;
  }

  public ProblemCode code() {
    return code;
  }

  public List<FieldError> errors() {
    return Collections.unmodifiableList(errors);
  }

  List<Object> arguments() {
    return arguments;
  }

  Map<String, Object> members() {
    return members;
  }

  Map<String, String> headers() {
    return headers;
  }
}
