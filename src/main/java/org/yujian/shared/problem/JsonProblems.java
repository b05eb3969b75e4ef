package org.yujian.shared.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yujian.shared.json.Json;
import org.yujian.shared.json.StorableText;

/** Translates Jackson's exceptions: 400 for invalid JSON, 422 with a pointer for other misfits. */
final class JsonProblems {
  private JsonProblems() {}

  static Problem of(JsonProcessingException e) {
    // Writing failed or a type is declared wrongly: a bug, not the client's fault. When an accessor
    // throws, the exception has no processor.
    boolean accessor =
        e.getProcessor() == null
            && e.getCause() instanceof RuntimeException
            && !(e.getCause() instanceof Problem);
    if (accessor
        || e.getProcessor() instanceof JsonGenerator
        || e instanceof InvalidDefinitionException) {
      return ProblemCode.INTERNAL_ERROR.problem();
    }
    if (e instanceof JsonMappingException mapping
        && e.getCause() instanceof InputCoercionException outside) {
      return ProblemCode.INVALID_BODY.problem().with(outside(mapping, outside.getTargetType()));
    }
    if (e instanceof JsonMappingException mapping
        && !(e.getCause() instanceof JsonProcessingException)) {
      if (e.getCause() instanceof Problem problem) {
        return problem;
      }
      boolean trailing =
          mapping.getPath().isEmpty()
              && String.valueOf(e.getOriginalMessage()).startsWith("Trailing");
      return trailing
          ? malformed(e, "trailing text")
          : ProblemCode.INVALID_BODY.problem().with(error(mapping));
    }
    JsonProcessingException cause =
        e.getCause() instanceof JsonProcessingException inner ? inner : e;
    return malformed(
        cause, cause instanceof StreamConstraintsException ? "too deep or too long" : null);
  }

  private static Problem malformed(JsonProcessingException e, String reason) {
    String place =
        e.getLocation() == null
            ? "?"
            : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
    return ProblemCode.MALFORMED_JSON.problem(reason == null ? place : place + ", " + reason);
  }

  private static FieldError error(JsonMappingException e) {
    String pointer = pointer(e);
    if (e instanceof UnrecognizedPropertyException) {
      return FieldError.at(pointer, "unknown");
    }
    if (e instanceof InvalidNullException) {
      return FieldError.at(pointer, "null");
    }
    if (e instanceof StorableText.Unstorable) {
      return FieldError.at(pointer, "characters");
    }
    Class<?> target =
        e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (target == null) {
      return FieldError.at(pointer, "invalid");
    }
    if (target == Instant.class) {
      return FieldError.at(pointer, "time");
    }
    if (target == UUID.class) {
      return FieldError.at(pointer, "uuid");
    }
    if (target.isEnum() && e instanceof InvalidFormatException) {
      return FieldError.at(pointer, "value", names(target));
    }
    return FieldError.at(pointer, "type", typeName(target));
  }

  /** A number outside the bounds of the field's integer type. */
  private static FieldError outside(JsonMappingException e, Class<?> target) {
    boolean wide = target == long.class || target == Long.class;
    String least = wide ? "" + Long.MIN_VALUE : "" + Integer.MIN_VALUE;
    String most = wide ? "" + Long.MAX_VALUE : "" + Integer.MAX_VALUE;
    return FieldError.at(pointer(e), "range", least, most);
  }

  private static String names(Class<?> target) {
    return Arrays.stream(target.getEnumConstants())
        .map(value -> Json.mapper().convertValue(value, String.class))
        .collect(Collectors.joining(", "));
  }

  private static String typeName(Class<?> target) {
    if (target == String.class || target.isEnum()) {
      return "string";
    }
    if (target == boolean.class || target == Boolean.class) {
      return "boolean";
    }
    if (target == int.class
        || target == long.class
        || target == Integer.class
        || target == Long.class) {
      return "integer";
    }
    if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
      return "number";
    }
    boolean list = target.isArray() || Collection.class.isAssignableFrom(target);
    return list && !Map.class.isAssignableFrom(target) ? "array" : "object";
  }

  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer.append('/');
      if (step.getFieldName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }
}
