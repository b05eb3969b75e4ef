package org.yujian.shared.problem;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which methods an address answers to. Quarkus REST knows it only per class (too many for OPTIONS)
 * or not at all (405).
 */
public final class AllowedMethods {

  private AllowedMethods() {}

  /** The value of an Allow header for a path; empty when nothing is there. */
  public static String at(String path) {
    return String.join(", ", of(path));
  }

  /** In the order of the alphabet; none when nothing is there. */
  static Set<String> of(String path) {
    Set<String> methods =
        Routes.at(path).map(Routes.Route::method).collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return methods;
  }
}
