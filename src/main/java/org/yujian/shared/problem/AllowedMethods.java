package org.yujian.shared.problem;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which methods an address answers to. Quarkus REST knows it only per class (too many for OPTIONS)
 * or not at all (405), so the resources' annotations are read once.
 */
public final class AllowedMethods {
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\s*\\w+\\s*(?::([^{}]*))?}");

  private record Route(Pattern path, String method) {}

  private static volatile List<Route> routes;

  private AllowedMethods() {}

  /** The value of an Allow header for a path; empty when nothing is there. */
  public static String at(String path) {
    Set<String> methods =
        routes().stream()
            .filter(route -> route.path().matcher(path == null ? "" : path).matches())
            .map(Route::method)
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.isEmpty()) {
      return "";
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  private static List<Route> routes() {
    List<Route> known = routes;
    if (known == null) {
      known = new ArrayList<>();
      for (Bean<?> bean :
          Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
        collect(bean.getBeanClass(), known);
      }
      routes = known;
    }
    return known;
  }

  private static void collect(Class<?> type, List<Route> into) {
    Path root = type.getAnnotation(Path.class);
    if (root == null) {
      return;
    }
    for (Method method : type.getDeclaredMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          Path sub = method.getAnnotation(Path.class);
          String path = root.value() + "/" + (sub == null ? "" : sub.value());
          into.add(new Route(pattern(path), verb.value()));
        }
      }
    }
  }

  static Pattern pattern(String path) {
    String clean = ("/" + path).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    StringBuilder regex = new StringBuilder();
    Matcher place = TEMPLATE.matcher(clean);
    int from = 0;
    while (place.find()) {
      regex.append(Pattern.quote(clean.substring(from, place.start())));
      String own = place.group(1);
      regex.append("(?:").append(own == null ? "[^/]+" : own.trim()).append(')');
      from = place.end();
    }
    return Pattern.compile(regex + Pattern.quote(clean.substring(from)) + "/?");
  }
}
