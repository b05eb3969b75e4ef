package org.yujian.document;

import java.util.HashMap;
import java.util.Map;
import org.yujian.document.NumberFormat.Format;

/**
 * Counts the automatic numbers of a Word file ({@code numbering.xml}) and writes them as text.
 * Lists with the same definition go on counting, unless a list says where it starts.
 */
final class WordNumbers {

  private static final int LEVELS = 9;
  private static final int MOST_DEFINITIONS = 10_000;
  private static final int LONGEST_TEXT = 60;

  private static final class Level {
    private int start = 1;
    private String format = "decimal";
    private String text = "";
    private boolean legal;

    /** The level (from 1) that makes this one begin again, 0 for none; by default all above it. */
    private int restart = LEVELS;

    private String style;
  }

  /** A definition with the numbers that its paragraphs have reached; null where none came yet. */
  private static final class Definition {
    private final Level[] levels = new Level[LEVELS];
    private final Integer[] reached = new Integer[LEVELS];
    private String styleLink;
    private String defines;
  }

  /** A list: a definition, with own levels and starts. */
  private static final class Numbering {
    private Definition definition = new Definition();
    private final Level[] own = new Level[LEVELS];
    private final Integer[] starts = new Integer[LEVELS];

    Level level(int at) {
      return own[at] == null ? definition.levels[at] : own[at];
    }

    int start(int at) {
      return starts[at] != null ? starts[at] : level(at) == null ? 1 : level(at).start;
    }
  }

  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<Integer, Numbering> numberings = new HashMap<>();

  /** Levels at which a list has had a paragraph. */
  private final Map<Numbering, boolean[]> begun = new HashMap<>();

  /**
   * @param xml at its start; null when the file has no numbering
   */
  WordNumbers(XmlEvents xml) {
    if (xml != null && xml.root()) {
      xml.children(
          name -> {
            if (definitions.size() + numberings.size() > MOST_DEFINITIONS) {
              throw ZipParts.refused("The file defines too many lists.");
            }
            switch (name) {
              case "abstractNum" -> definition(xml);
              case "num" -> numbering(xml);
              default -> {}
            }
          });
    }
  }

  private void definition(XmlEvents xml) {
    Definition definition = new Definition();
    definitions.put(xml.attribute("abstractNumId", ""), definition);
    xml.children(
        name -> {
          switch (name) {
            case "lvl" -> level(definition.levels, xml);
            case "numStyleLink" -> definition.styleLink = xml.attribute("val");
            case "styleLink" -> definition.defines = xml.attribute("val");
            default -> {}
          }
        });
  }

  private static void level(Level[] levels, XmlEvents xml) {
    Level level = new Level();
    int at = xml.number("ilvl", -1);
    if (at >= 0 && at < LEVELS) {
      levels[at] = level;
    }
    xml.children(
        name -> {
          switch (name) {
            case "start" -> level.start = xml.number("val", 1);
            case "numFmt" -> level.format = xml.attribute("val", "decimal");
            case "lvlText" -> level.text = shortened(xml.attribute("val", ""));
            case "lvlRestart" -> level.restart = xml.number("val", LEVELS);
            case "isLgl" -> level.legal = xml.isOn();
            case "pStyle" -> level.style = xml.attribute("val");
            default -> {}
          }
        });
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : "";
  }

  private void numbering(XmlEvents xml) {
    Numbering numbering = new Numbering();
    numberings.put(xml.number("numId", 0), numbering);
    xml.children(
        name -> {
          if (name.equals("abstractNumId")) {
            numbering.definition = linked(definitions.get(xml.attribute("val", "")));
          } else if (name.equals("lvlOverride")) {
            int at = xml.number("ilvl", -1);
            xml.children(
                part -> {
                  if (part.equals("lvl")) {
                    level(numbering.own, xml);
                  } else if (part.equals("startOverride") && at >= 0 && at < LEVELS) {
                    numbering.starts[at] = xml.number("val", 1);
                  }
                });
          }
        });
  }

  private Definition linked(Definition definition) {
    if (definition == null) {
      return new Definition();
    }
    return definition.styleLink == null
        ? definition
        : definitions.values().stream()
            .filter(other -> definition.styleLink.equals(other.defines))
            .findAny()
            .orElse(definition);
  }

  /** The level whose paragraphs have this style; 0 if none says so. */
  int levelOf(int number, String style) {
    Numbering numbering = numberings.get(number);
    for (int i = 0; numbering != null && style != null && i < LEVELS; i++) {
      if (numbering.level(i) != null && style.equals(numbering.level(i).style)) {
        return i;
      }
    }
    return 0;
  }

  /** Counts a paragraph; returns its marker, which is empty if it shows none. */
  String next(int number, int at) {
    Numbering numbering = numberings.get(number);
    if (numbering == null || at < 0 || at >= LEVELS || numbering.level(at) == null) {
      return "";
    }
    Level level = numbering.level(at);
    Integer[] reached = numbering.definition.reached;
    boolean restarts = numbering.starts[at] != null && reached[at] != null && isNew(numbering, at);
    reached[at] = reached[at] == null || restarts ? numbering.start(at) : reached[at] + 1;
    begin(numbering, at);
    for (int i = at + 1; i < LEVELS; i++) {
      Level below = numbering.level(i);
      reached[i] = below != null && at >= below.restart ? reached[i] : null;
    }
    if (level.format.equals("bullet")) {
      return level.text.isEmpty() ? "" : "-";
    }
    return level.format.equals("none") && !level.text.contains("%")
        ? level.text.strip()
        : written(numbering, at).strip();
  }

  /** True for the first paragraph of this list at the level. */
  private boolean isNew(Numbering numbering, int at) {
    boolean[] levels = begun.get(numbering);
    return levels == null || !levels[at];
  }

  private void begin(Numbering numbering, int at) {
    begun.computeIfAbsent(numbering, none -> new boolean[LEVELS])[at] = true;
  }

  private static String written(Numbering numbering, int at) {
    Level own = numbering.level(at);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < own.text.length(); i++) {
      char c = own.text.charAt(i);
      int level = c == '%' && i + 1 < own.text.length() ? own.text.charAt(i + 1) - '1' : -1;
      if (level < 0 || level > at) {
        text.append(c);
        continue;
      }
      i++;
      Integer count = numbering.definition.reached[level];
      int value = count == null ? numbering.start(level) : count;
      Level of = numbering.level(level);
      boolean plain = of == null || own.legal && level < at;
      text.append(Format.of(plain ? "decimal" : of.format).write(value));
    }
    return text.toString();
  }
}
