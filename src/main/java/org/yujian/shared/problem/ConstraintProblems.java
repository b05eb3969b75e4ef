package org.yujian.shared.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Translates violated constraints: 422 with pointers for bodies, 400 with parameter names. */
final class ConstraintProblems {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("NotNull", "required"),
          Map.entry("NotBlank", "blank"),
          Map.entry("NotEmpty", "blank"),
          Map.entry("Pattern", "pattern"),
          Map.entry("Min", "minimum"),
          Map.entry("DecimalMin", "minimum"),
          Map.entry("Max", "maximum"),
          Map.entry("DecimalMax", "maximum"),
          Map.entry("Range", "range"),
          Map.entry("Characters", "length"));

  private ConstraintProblems() {}

  static Problem of(ConstraintViolationException e) {
    List<FieldError> errors = new ArrayList<>();
    for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
      List<Path.Node> nodes = new ArrayList<>();
      violation.getPropertyPath().forEach(nodes::add);
      if (nodes.stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE)) {
        // The response breaks its own constraints: a bug of the server.
        return ProblemCode.INTERNAL_ERROR.problem();
      }
      errors.add(error(violation, nodes));
    }
    errors.sort((a, b) -> place(a).compareTo(place(b)));
    FieldError parameter =
        errors.stream().filter(error -> error.parameter() != null).findFirst().orElse(null);
    Problem problem =
        parameter == null
            ? ProblemCode.INVALID_BODY.problem()
            : ProblemCode.INVALID_PARAMETER.problem(parameter.parameter());
    errors.forEach(problem::with);
    return problem;
  }

  private static String place(FieldError error) {
    return error.parameter() == null ? error.pointer() : error.parameter();
  }

  private static FieldError error(ConstraintViolation<?> violation, List<Path.Node> nodes) {
    String code = code(violation);
    Object[] arguments = arguments(violation, code);
    boolean method = !nodes.isEmpty() && nodes.get(0).getKind() == ElementKind.METHOD;
    if (!method) {
      return FieldError.at(pointer(nodes), code, arguments);
    }
    String parameter = parameter(violation.getRootBeanClass(), nodes);
    return parameter == null
        ? FieldError.at(pointer(nodes.subList(2, nodes.size())), code, arguments)
        : FieldError.parameter(parameter, code, arguments);
  }

  private static String code(ConstraintViolation<?> violation) {
    Class<?> type = violation.getConstraintDescriptor().getAnnotation().annotationType();
    if (type.getSimpleName().equals("Size")) {
      return violation.getInvalidValue() instanceof CharSequence ? "length" : "size";
    }
    String known = CODES.get(type.getSimpleName());
    if (known != null) {
      return known;
    }
    String own =
        type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return ProblemTexts.EN.keys().contains("field." + own) ? own : "invalid";
  }

  private static Object[] arguments(ConstraintViolation<?> violation, String code) {
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    if (Set.of("length", "size", "range").contains(code)) {
      return new Object[] {attributes.get("min"), attributes.get("max")};
    }
    return Set.of("minimum", "maximum").contains(code)
        ? new Object[] {attributes.get("value")}
        : new Object[0];
  }

  private static String pointer(List<Path.Node> nodes) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : nodes) {
      if (node.isInIterable() && node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.isInIterable() && node.getKey() != null) {
        pointer.append('/').append(escape(node.getKey().toString()));
      }
      if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
        pointer.append('/').append(escape(node.getName()));
      }
    }
    return pointer.toString();
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The name that the client sent, or null when the parameter is the body. */
  private static String parameter(Class<?> resource, List<Path.Node> nodes) {
    Path.MethodNode method = nodes.get(0).as(Path.MethodNode.class);
    if (nodes.get(1).getKind() != ElementKind.PARAMETER) {
      return nodes.get(1).getName();
    }
    int index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
    // Interceptors subclass the resource, and the subclass has no annotations on parameters.
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      for (Annotation annotation : annotations(type, method, index)) {
        String name = name(annotation, nodes.get(1).getName());
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  private static Annotation[] annotations(Class<?> type, Path.MethodNode method, int index) {
    try {
      Class<?>[] parameters = method.getParameterTypes().toArray(new Class<?>[0]);
      return type.getDeclaredMethod(method.getName(), parameters).getParameterAnnotations()[index];
    } catch (NoSuchMethodException inherited) {
      return new Annotation[0];
    }
  }

  private static String name(Annotation annotation, String fallback) {
    if (annotation instanceof QueryParam query) {
      return query.value();
    }
    if (annotation instanceof PathParam path) {
      return path.value();
    }
    if (annotation instanceof HeaderParam header) {
      return header.value();
    }
    if (annotation instanceof RestQuery query) {
      return query.value().isEmpty() ? fallback : query.value();
    }
    if (annotation instanceof RestForm form) {
      return form.value().isEmpty() ? fallback : form.value();
    }
    return null;
  }
}
