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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All routes of the resources, read once from their annotations. */
public final class Routes {
  private static final Pattern PLACE = Pattern.compile("\\{\\s*(\\w+)\\s*(?::([^{}]*))?}");

  /**
   * @param template for example {@code /v1/articles/{id}}
   * @param path regular expression of the matching paths
   */
  record Route(String template, Pattern path, String method) {}

  private static volatile List<Route> all;

  private Routes() {}

  static Stream<Route> at(String path) {
    return all().stream().filter(route -> route.path().matcher(path == null ? "" : path).matches());
  }

  /**
   * The template of the operation for a method and a path; the path may be the template itself. Of
   * several matches, the one with the fewest parameters.
   */
  public static Optional<String> template(String method, String path) {
    if (all().stream()
        .anyMatch(route -> route.template().equals(path) && route.method().equals(method))) {
      return Optional.of(path);
    }
    return at(path)
        .filter(route -> route.method().equals(method))
        .map(Route::template)
        .min((one, other) -> Long.compare(places(one), places(other)));
  }

  private static long places(String template) {
    return template.chars().filter(character -> character == '{').count();
  }

  private static List<Route> all() {
    List<Route> known = all;
    if (known == null) {
      known = new ArrayList<>();
      for (Bean<?> bean :
          Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
        collect(bean.getBeanClass(), known);
      }
      all = known;
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
          String path = clean(root.value() + "/" + (sub == null ? "" : sub.value()));
          into.add(new Route(PLACE.matcher(path).replaceAll("{$1}"), pattern(path), verb.value()));
        }
      }
    }
  }

  private static String clean(String path) {
    return ("/" + path).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
  }

  static Pattern pattern(String path) {
    String clean = clean(path);
    StringBuilder regex = new StringBuilder();
    Matcher place = PLACE.matcher(clean);
    int from = 0;
    while (place.find()) {
      regex.append(Pattern.quote(clean.substring(from, place.start())));
      String own = place.group(2);
      regex.append("(?:").append(own == null ? "[^/]+" : own.trim()).append(')');
      from = place.end();
    }
    return Pattern.compile(regex + Pattern.quote(clean.substring(from)) + "/?");
  }
}
