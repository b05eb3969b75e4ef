package org.yujian.shared.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The series that a PromQL expression asks for, with the labels by which it chooses among them. */
final class Selectors {
  private static final Pattern BRACES = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*\\{([^}]*)}");
  private static final Pattern CHOICE = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NOT_SERIES =
      Pattern.compile(
          "\\[[^]]*]|\\b(?:by|without|ignoring|on)\\s*\\([^)]*\\)"
              + "|\\b(?:and|or|unless|bool|offset|group_left|group_right)\\b");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w:])[a-zA-Z_:][\\w:]*(?!\\s*\\(|[\\w:])");

  private Selectors() {}

  static Map<String, Set<String>> of(String expression) {
    Map<String, Set<String>> all = new TreeMap<>();
    String plain = TEXT.matcher(expression).replaceAll("\"\"");
    Matcher braces = BRACES.matcher(plain);
    while (braces.find()) {
      Set<String> labels = all.computeIfAbsent(braces.group(1), name -> new TreeSet<>());
      CHOICE.matcher(braces.group(2)).results().forEach(label -> labels.add(label.group(1)));
    }
    String rest = NOT_SERIES.matcher(BRACES.matcher(plain).replaceAll(" ")).replaceAll(" ");
    NAME.matcher(rest).results().forEach(one -> all.putIfAbsent(one.group(), Set.of()));
    return all;
  }
}
