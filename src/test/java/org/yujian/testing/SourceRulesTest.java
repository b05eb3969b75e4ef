package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules about size and words that only the source shows. */
class SourceRulesTest {
  private static final int FILE_LINES = 300;
  private static final int BODY_LINES = 40;
  private static final Path PROBLEM = Path.of("org", "yujian", "shared", "problem");

  @Test
  void filesHaveFewerThan300Lines() {
    assertThat(
            Sources.files(Sources.MAIN, Sources.TEST).stream()
                .filter(file -> Sources.text(file).lines().count() >= FILE_LINES))
        .isEmpty();
  }

  @Test
  void methodBodiesHaveFewerThan40Lines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Sources.files(Sources.MAIN, Sources.TEST)) {
      for (CompilationUnitTree unit : Sources.trees(List.of(file))) {
        new BodyLengths(tooLong).scan(unit, unit);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  /** A new field of an article is added where this one is; {@code CONTRIBUTING.md} names them. */
  @Test
  void aFieldOfAnArticleIsInAtMostSixFiles() {
    assertThat(
            mainFilesWith(
                Pattern.compile("\\bkicker\\b"), file -> !file.toString().contains("search")))
        .hasSizeBetween(1, 6);
  }

  @Test
  void errorsAreThrownAsProblems() {
    Pattern status =
        Pattern.compile("Response\\s*\\.\\s*status\\(\\s*(?:Response\\.)?(?:Status\\.\\w+|[45])");
    assertThat(mainFilesWith(status, file -> !file.toString().contains(PROBLEM.toString())))
        .isEmpty();
  }

  /**
   * Hibernate 7.2 remembers a native query with a class of its own anew each time it is asked
   * (ImplicitResultClassBuilder has no equals): all of them have one hash, each call walks through
   * those before it, and other plans are pushed out.
   */
  @Test
  void nativeQueriesNameNoClassButTuples() throws IOException {
    List<String> typed = new ArrayList<>();
    for (Path file : Sources.files(Sources.MAIN)) {
      for (CompilationUnitTree unit : Sources.trees(List.of(file))) {
        new TypedNativeQueries(typed).scan(unit, unit);
      }
    }
    assertThat(typed).isEmpty();
  }

  /** Numbers in many places would have to be compared with each other to know an order. */
  @Test
  void orderNumbersHaveNames() {
    Pattern unnamed =
        Pattern.compile(
            "@Priority\\(\\s*(?![A-Z]\\w+\\.[A-Z])"
                + "|@Server(Request|Response)Filter\\b(?!\\([^)]*priority = Stations\\.)"
                + "|\\.order\\(\\s*\\d");
    assertThat(mainFilesWith(unnamed, file -> true)).isEmpty();
  }

  @Test
  void testsDoNotSleep() {
    // Put together here, so that this file does not find itself.
    Pattern sleep =
        Pattern.compile("Thread\\s*\\.\\s*" + "sleep\\(|TimeUnit\\.\\w+\\." + "sleep\\(");
    assertThat(
            Sources.files(Sources.TEST).stream()
                .filter(file -> sleep.matcher(Sources.text(file)).find()))
        .isEmpty();
  }

  /** Before Java 18 {@code java File.java} reads the file in the locale's encoding. */
  @Test
  void filesThatRunFromSourceAreAscii() {
    List<Path> run = Sources.files(Path.of(".ci"), Path.of("src", "example", "java"));
    assertThat(run).hasSize(2);
    assertThat(run.stream().filter(file -> !Sources.text(file).matches("\\p{ASCII}*"))).isEmpty();
  }

  private static List<Path> mainFilesWith(Pattern pattern, Predicate<Path> where) {
    return Sources.files(Sources.MAIN).stream()
        .filter(where)
        .filter(file -> pattern.matcher(Sources.text(file)).find())
        .toList();
  }

  /** Lines from the opening to the closing brace. */
  private static final class BodyLengths extends TreePathScanner<Void, CompilationUnitTree> {
    private final List<String> found;

    BodyLengths(List<String> found) {
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      BlockTree body = method.getBody();
      if (body != null) {
        int lines = Sources.lines(body, unit);
        if (lines >= BODY_LINES) {
          found.add(unit.getSourceFile().getName() + " " + method.getName() + ": " + lines);
        }
      }
      return super.visitMethod(method, unit);
    }
  }

  /** Calls of createNativeQuery with a class that is not a tuple's. */
  private static final class TypedNativeQueries extends TreePathScanner<Void, CompilationUnitTree> {
    private static final Set<String> TUPLES = Set.of("Tuple.class", "Object[].class");

    private final List<String> found;

    TypedNativeQueries(List<String> found) {
      this.found = found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
      List<? extends ExpressionTree> arguments = call.getArguments();
      if (call.getMethodSelect().toString().endsWith("createNativeQuery")
          && arguments.size() > 1
          && !TUPLES.contains(arguments.get(1).toString())) {
        found.add(unit.getSourceFile().getName() + " " + arguments.get(1));
      }
      return super.visitMethodInvocation(call, unit);
    }
  }
}
