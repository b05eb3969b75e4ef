package org.yujian.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Articles and questions of ordinary readers, written by somebody who did not know the search. */
final class OrdinaryTexts {

  private OrdinaryTexts() {}

  /** Texts by title; each paragraph is a line. */
  static Map<String, String> articles() {
    Map<String, String> articles = new LinkedHashMap<>();
    for (String part : file("ordinary-articles.md").split("(?m)^## ")) {
      String[] titleAndText = part.strip().split("\n", 2);
      if (titleAndText.length == 2) {
        articles.put(titleAndText[0].strip(), titleAndText[1].strip().replaceAll("\n\\s*\n", "\n"));
      }
    }
    return articles;
  }

  /** The cells of each line of a file. */
  static List<List<String>> table(String name) {
    List<List<String>> rows = new ArrayList<>();
    file(name)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> rows.add(Arrays.stream(line.split("\t")).map(String::strip).toList()));
    return rows;
  }

  private static String file(String name) {
    try (InputStream in = OrdinaryTexts.class.getResourceAsStream("/search/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
