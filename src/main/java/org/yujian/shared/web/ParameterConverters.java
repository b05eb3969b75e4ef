package org.yujian.shared.web;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.yujian.shared.json.InstantJson;
import org.yujian.shared.json.StorableText;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/**
 * Converts parameters strictly: 404 for the path, 400 with the name for others. JAX-RS would send
 * 404 for all and read {@code publish=maybe} as false.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

  private record Kind(String code, Function<String, Object> read) {}

  private static final String DATE = "2026-11-24";
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          String.class, new Kind("characters", ParameterConverters::text),
          UUID.class, new Kind("uuid", ParameterConverters::uuid),
          Integer.class, new Kind("number", text -> Integer.valueOf(digits(text))),
          int.class, new Kind("number", text -> Integer.valueOf(digits(text))),
          Long.class, new Kind("number", text -> Long.valueOf(digits(text))),
          long.class, new Kind("number", text -> Long.valueOf(digits(text))),
          Boolean.class, new Kind("boolean", ParameterConverters::bool),
          boolean.class, new Kind("boolean", ParameterConverters::bool),
          Instant.class, new Kind("time", InstantJson::read),
          LocalDate.class, new Kind("date", ParameterConverters::date));

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Kind kind = KINDS.get(type);
    if (kind != null) {
      return (ParamConverter<T>) new Strict(kind, annotations);
    }
    if (type.isEnum()) {
      Map<String, Object> values =
          Arrays.stream(type.getEnumConstants())
              .collect(Collectors.toMap(ParameterConverters::wireName, Function.identity()));
      Kind oneOf = new Kind("value", text -> known(values, text));
      String names = values.keySet().stream().sorted().collect(Collectors.joining(", "));
      return (ParamConverter<T>) new Strict(oneOf, annotations, names);
    }
    return null;
  }

  /** Whole numbers as in JSON; Java would also read +, leading zeros and other scripts' digits. */
  private static String digits(String value) {
    if (!NUMBER.matcher(value).matches()) {
      throw new IllegalArgumentException("no whole number");
    }
    return value;
  }

  private static Object text(String value) {
    if (!StorableText.accepts(value)) {
      throw new IllegalArgumentException("cannot be stored");
    }
    return value;
  }

  private static Object uuid(String value) {
    if (!UuidList.FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no UUID");
    }
    return UUID.fromString(value);
  }

  /** Accepts only years of four digits: others would need a sign. */
  private static Object date(String value) {
    if (value.length() != DATE.length()) {
      throw new IllegalArgumentException("no date");
    }
    return LocalDate.parse(value);
  }

  private static Object bool(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  /** Values are in lower case with hyphens, as everywhere in the API. */
  private static String wireName(Object value) {
    return ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object known(Map<String, Object> values, String text) {
    Object value = values.get(text);
    if (value == null) {
      throw new IllegalArgumentException("unknown value");
    }
    return value;
  }

  private static final class Strict implements ParamConverter<Object> {
    private final Kind kind;
    private final Annotation[] annotations;
    private final Object[] arguments;

    Strict(Kind kind, Annotation[] annotations, Object... arguments) {
      this.kind = kind;
      this.annotations = annotations == null ? new Annotation[0] : annotations;
      this.arguments = arguments;
    }

    @Override
    public Object fromString(String value) {
      if (value == null) {
        return null;
      }
      try {
        return kind.read().apply(value);
      } catch (RuntimeException bad) {
        throw problem();
      }
    }

    @Override
    public String toString(Object value) {
      return String.valueOf(value);
    }

    private Problem problem() {
      for (Annotation annotation : annotations) {
        if (annotation instanceof PathParam) {
          return ProblemCode.NOT_FOUND.problem();
        }
        String name = name(annotation);
        if (name != null) {
          return ProblemCode.INVALID_PARAMETER
              .problem(name)
              .with(FieldError.parameter(name, kind.code(), arguments));
        }
      }
      return ProblemCode.NOT_FOUND.problem();
    }

    private static String name(Annotation annotation) {
      if (annotation instanceof QueryParam query) {
        return query.value();
      }
      if (annotation instanceof HeaderParam header) {
        return header.value();
      }
      if (annotation instanceof RestQuery query) {
        return query.value();
      }
      if (annotation instanceof RestHeader header) {
        return header.value();
      }
      return annotation instanceof RestForm form ? form.value() : null;
    }
  }
}
