package org.yujian.testing;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the Javadoc of the contract's records says of them and of their components: read from the
 * sources, as the compiled classes know nothing of it.
 */
final class SchemaTexts extends TreePathScanner<Void, Void> {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern NAME = Pattern.compile("@Schema\\(.*?\\bname = \"(\\w+)\".*");
  private static final Pattern JSON_NAME =
      Pattern.compile("@JsonProperty\\((?:value = )?\"(\\w+)\"\\)");

  private final DocTrees docs;
  private final Map<String, String> texts = new TreeMap<>();

  /** By simple name. */
  private final Map<String, ClassTree> types = new HashMap<>();

  private final Map<String, Map<String, String>> parameters = new HashMap<>();

  /** Records of the contract, by schema. */
  private final Map<String, ClassTree> records = new TreeMap<>();

  private SchemaTexts(DocTrees docs) {
    this.docs = docs;
  }

  /** By {@code Schema} and by {@code Schema.property}. */
  static Map<String, String> read() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(SOURCES)) {
      List<File> sources =
          all.filter(path -> path.toString().endsWith(".java")).map(Path::toFile).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromFiles(sources));
      SchemaTexts read = new SchemaTexts(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        read.scan(unit, null);
      }
      read.records.forEach(read::addUnwrapped);
      return read.texts;
    }
  }

  @Override
  public Void visitClass(ClassTree type, Void unused) {
    DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
    types.put(type.getSimpleName().toString(), type);
    if (comment != null) {
      parameters.put(type.getSimpleName().toString(), parameters(comment));
    }
    for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
      Matcher name = NAME.matcher(annotation.toString());
      if (comment != null && name.matches()) {
        put(name.group(1), comment, jsonNames(type));
        records.put(name.group(1), type);
      }
    }
    return super.visitClass(type, unused);
  }

  /** Describes the properties of components with {@code JsonUnwrapped}, at any depth. */
  private void addUnwrapped(String schema, ClassTree type) {
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree component
          && component.getModifiers().getAnnotations().toString().contains("JsonUnwrapped")) {
        String inner = component.getType().toString();
        parameters
            .getOrDefault(inner, Map.of())
            .forEach((name, text) -> texts.putIfAbsent(schema + "." + name, text));
        texts.remove(schema + "." + component.getName());
        if (types.containsKey(inner)) {
          addUnwrapped(schema, types.get(inner));
        }
      }
    }
  }

  /** Names in JSON of the components that have another one in Java. */
  private static Map<String, String> jsonNames(ClassTree type) {
    Map<String, String> names = new TreeMap<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree component) {
        for (AnnotationTree annotation : component.getModifiers().getAnnotations()) {
          Matcher name = JSON_NAME.matcher(annotation.toString());
          if (name.matches()) {
            names.put(component.getName().toString(), name.group(1));
          }
        }
      }
    }
    return names;
  }

  private void put(String schema, DocCommentTree comment, Map<String, String> jsonNames) {
    texts.put(schema, text(comment.getFullBody()));
    parameters(comment)
        .forEach(
            (name, text) -> texts.put(schema + "." + jsonNames.getOrDefault(name, name), text));
  }

  private static Map<String, String> parameters(DocCommentTree comment) {
    Map<String, String> texts = new TreeMap<>();
    for (DocTree tag : comment.getBlockTags()) {
      if (tag instanceof ParamTree param) {
        texts.put(param.getName().toString(), text(param.getDescription()));
      }
    }
    return texts;
  }

  private static String text(List<? extends DocTree> parts) {
    return parts.stream()
        .map(SchemaTexts::text)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String text(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody();
    }
    if (part instanceof LiteralTree code) {
      return "`" + code.getBody().getBody().strip() + "`";
    }
    if (part instanceof LinkTree link) {
      String label = text(link.getLabel());
      return label.isEmpty() ? link.getReference().getSignature().replace('#', '.') : label;
    }
    return part.toString().startsWith("<") ? " " : part.toString();
  }
}
