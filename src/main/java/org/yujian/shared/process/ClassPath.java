package org.yujian.shared.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The jars and folders from which this process loaded classes. */
final class ClassPath {

  private ClassPath() {}

  /** Where the main class and a class of each library are; works packaged and in tests alike. */
  static String of(Class<?> main, List<String> libraries) {
    List<Class<?>> classes = new ArrayList<>(List.of(main));
    for (String name : libraries) {
      try {
        classes.add(Class.forName(name, false, main.getClassLoader()));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("No library has " + name + ".", e);
      }
    }
    Set<String> places = new LinkedHashSet<>();
    classes.forEach(type -> places.add(place(type)));
    return places.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
