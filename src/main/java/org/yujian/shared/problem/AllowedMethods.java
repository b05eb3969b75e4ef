package org.yujian.shared.problem;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the HTTP methods of an address, for OPTIONS and for 405. Quarkus REST knows them only per
 * class (too many for OPTIONS) or not at all (405).
 */
public final class AllowedMethods {

  private AllowedMethods() {}

  /** Value of the Allow header for a path; empty when no resource matches. */
  public static String at(String path) {
    return String.join(", ", of(path));
  }

  /** Sorted by name; empty when no resource matches. */
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
