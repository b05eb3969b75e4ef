package org.yujian.testing;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The project's source files, as text and as syntax trees. */
final class Sources {
  static final Path MAIN = Path.of("src", "main", "java");
  static final Path TEST = Path.of("src", "test", "java");

  private static SourcePositions positions;

  private Sources() {}

  static List<Path> files(Path... roots) {
    return Stream.of(roots)
        .flatMap(Sources::walk)
        .filter(file -> file.toString().endsWith(".java"))
        .sorted()
        .toList();
  }

  static boolean hasPackageInfo(String name) {
    return Files.exists(MAIN.resolve(name.replace('.', '/')).resolve("package-info.java"));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Iterable<? extends CompilationUnitTree> trees(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      // To parse needs no classes; the compiler would look into every jar of the tests.
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      positions = Trees.instance(task).getSourcePositions();
      return task.parse();
    }
  }

  /** Lines inside of a block's braces. */
  static int lines(BlockTree block, CompilationUnitTree unit) {
    long start = positions.getStartPosition(unit, block);
    long end = positions.getEndPosition(unit, block);
    LineMap map = unit.getLineMap();
    return (int) (map.getLineNumber(end) - map.getLineNumber(start) - 1);
  }

  private static Stream<Path> walk(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
