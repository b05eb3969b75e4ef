package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Files of a package may use each other in a circle only if it is small enough to be read whole.
 */
class FileCirclesTest {
  private static final int LARGEST = 5;

  @Test
  void circlesOfFilesHaveAtMostFiveFiles() {
    Map<String, Set<String>> uses = usesWithinPackages();
    assertThat(uses).hasSizeGreaterThan(200);
    assertThat(circles(uses)).allSatisfy(circle -> assertThat(circle).hasSizeLessThan(LARGEST + 1));
  }

  @Test
  void aCircleIsFound() {
    assertThat(
            circles(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of("a"))))
        .containsExactly(Set.of("a", "b", "c"));
  }

  /** For each file, the files of the same package that it uses. */
  private static Map<String, Set<String>> usesWithinPackages() {
    Map<String, Set<String>> uses = new HashMap<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.yujian")
            .stream()
            .filter(type -> !type.getPackageName().contains(".search"))
            .forEach(
                type ->
                    uses.computeIfAbsent(file(type), name -> new TreeSet<>())
                        .addAll(
                            type.getDirectDependenciesFromSelf().stream()
                                .map(use -> use.getTargetClass().getBaseComponentType())
                                .filter(used -> used.getPackage().equals(type.getPackage()))
                                .map(FileCirclesTest::file)
                                .collect(Collectors.toSet())));
    return uses;
  }

  private static String file(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  /** Sets of more than one file of which each reaches each other. */
  private static Set<Set<String>> circles(Map<String, Set<String>> uses) {
    Map<String, Set<String>> reached = new HashMap<>();
    uses.keySet().forEach(file -> reached.put(file, reachable(file, uses)));
    return uses.keySet().stream()
        .map(
            file ->
                reached.get(file).stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(file))
                    .collect(Collectors.toSet()))
        .filter(circle -> circle.size() > 1)
        .collect(Collectors.toSet());
  }

  private static Set<String> reachable(String from, Map<String, Set<String>> uses) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      for (String used : uses.getOrDefault(next.remove(), Set.of())) {
        if (seen.add(used)) {
          next.add(used);
        }
      }
    }
    return seen;
  }
}
