package org.yujian.shared.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the management port tells Prometheus: the names of the series with their labels' names. */
record Scrape(Map<String, Set<String>> labels) {
  private static final Pattern LINE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? ");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  static Scrape of(String text) {
    Map<String, Set<String>> all = new TreeMap<>();
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      Set<String> labels = all.computeIfAbsent(line.group(1), name -> new TreeSet<>());
      if (line.group(2) != null) {
        LABEL.matcher(line.group(2)).results().forEach(label -> labels.add(label.group(1)));
      }
    }
    return new Scrape(all);
  }
}
