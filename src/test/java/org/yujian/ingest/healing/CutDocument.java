package org.yujian.ingest.healing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A document as an export left it, with what an editor wants of each line. {@code lines} are the
 * lines of the file in order, {@code source} is the byline an editor sees, or null.
 */
record CutDocument(String name, List<Line> lines, String source) {

  /** What an editor wants of a line. */
  enum Role {
    /** A block of its own. */
    BLOCK("  "),
    /** The second half of the text block before it. */
    HALF("+ "),
    /** A page number or running head, which is no text at all. */
    FURNITURE("~ "),
    /** A picture, caption, page break or follow line. */
    BETWEEN("! "),
    BLANK("");

    final String mark;

    Role(String mark) {
      this.mark = mark;
    }
  }

  /** One line of the file. */
  record Line(Role role, String text) {

    static Line of(String written) {
      for (Role role : Role.values()) {
        if (role != Role.BLANK && written.startsWith(role.mark)) {
          return new Line(role, written.substring(role.mark.length()).replace("\\f", "\f"));
        }
      }
      return new Line(Role.BLANK, "");
    }
  }

  /** Line numbers of two halves, from 1. */
  record Pair(int left, int right) {}

  /**
   * Reads documents written one below the other: {@code === name}, then lines that begin with the
   * mark of their role, then perhaps {@code @source}.
   */
  static List<CutDocument> read(String resource) throws IOException {
    List<CutDocument> documents = new ArrayList<>();
    try (InputStream in = CutDocument.class.getResourceAsStream("/documents/" + resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : text.split("(?m)^=== ")) {
        if (!part.isBlank()) {
          documents.add(parse(part));
        }
      }
    }
    return documents;
  }

  private static CutDocument parse(String part) {
    List<String> written = part.lines().toList();
    List<Line> lines = new ArrayList<>();
    String source = null;
    for (String line : written.subList(1, written.size())) {
      if (line.startsWith("@source ")) {
        source = line.substring("@source ".length());
      } else {
        lines.add(Line.of(line));
      }
    }
    return new CutDocument(written.get(0), lines, source);
  }

  String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  /** The joins that an editor wants. */
  Set<Pair> wanted() {
    Set<Pair> wanted = new HashSet<>();
    int left = 0;
    for (int i = 0; i < lines.size(); i++) {
      Role role = lines.get(i).role();
      if (role == Role.HALF) {
        wanted.add(new Pair(left, i + 1));
      }
      if (role == Role.HALF || role == Role.BLOCK) {
        left = i + 1;
      }
    }
    return wanted;
  }

  /** Lines that hold page furniture. */
  Set<Integer> furniture() {
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).role() == Role.FURNITURE) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }
}
