package org.yujian.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yujian.document.WordPart.Kind;
import org.yujian.document.WordStyles.Characters;

/** The styles of an OpenDocument text: what a style or those that it is based on say. */
final class OdtStyles {

  private static final String PARAGRAPH = "paragraph ";
  private static final String TEXT = "text ";
  private static final int LOWEST = 6;
  private static final int LONGEST_CHAIN = 50;

  /** A style; {@code outline} is null where it is silent, and 0 for no heading. */
  private static final class Style {
    private String name = "";
    private String parent;
    private Integer outline;
    private Characters characters = Characters.UNSAID;
  }

  private final Map<String, Style> styles = new HashMap<>();
  private final OdtNumbers numbers;

  OdtStyles(OdtNumbers numbers) {
    this.numbers = numbers;
  }

  /** Reads the styles that the current element contains. */
  void read(XmlEvents xml) {
    xml.children(
        kind -> {
          switch (kind) {
            case "style" -> style(xml);
            case "list-style" -> numbers.style(xml.attribute("name", " "), xml);
            case "outline-style" -> numbers.style(OdtNumbers.OUTLINE, xml);
            default -> {}
          }
        });
  }

  private void style(XmlEvents xml) {
    String family = xml.attribute("family", "") + " ";
    if (!family.equals(PARAGRAPH) && !family.equals(TEXT)) {
      return;
    }
    Style style = new Style();
    String id = xml.attribute("name", "");
    String shown = xml.attribute("display-name", id.replace("_20_", " "));
    style.name = StyleNames.normal(shown);
    String parent = xml.attribute("parent-style-name");
    style.parent = parent == null ? null : family + parent;
    String outline = xml.attribute("default-outline-level");
    style.outline = outline == null ? null : xml.number("default-outline-level", 0);
    styles.put(family + id, style);
    xml.children(
        part -> {
          if (part.equals("text-properties")) {
            style.characters = characters(xml);
          }
        });
  }

  /** Chinese characters have formats of their own; either of them counts. */
  private static Characters characters(XmlEvents xml) {
    String display = xml.attribute("display");
    return new Characters(
        either(xml, "font-weight", "bold|[6-9]00"),
        either(xml, "font-style", "italic|oblique"),
        display == null ? null : Boolean.valueOf(display.equals("none")));
  }

  private static Boolean either(XmlEvents xml, String name, String on) {
    String one = xml.attribute(name);
    String other = xml.attribute(name + "-asian");
    return one == null && other == null
        ? null
        : Boolean.valueOf(one != null && one.matches(on) || other != null && other.matches(on));
  }

  /** What the nearest style says, from this one along those that it is based on; null if none. */
  private <T> T nearest(String id, Function<Style, T> property) {
    Set<String> seen = new HashSet<>();
    for (String at = id; at != null && seen.add(at) && seen.size() <= LONGEST_CHAIN; ) {
      Style style = styles.get(at);
      T value = style == null ? null : property.apply(style);
      if (value != null || style == null) {
        return value;
      }
      at = style.parent;
    }
    return null;
  }

  private boolean is(String name, Set<String> names) {
    return nearest(PARAGRAPH + name, style -> names.contains(style.name) ? true : null) != null;
  }

  /** Heading level 1–6 of a paragraph with this style, 0 for the title, -1 for all others. */
  int headingLevel(String name) {
    if (is(name, StyleNames.TITLES)) {
      return 0;
    }
    Integer outline = nearest(PARAGRAPH + name, style -> style.outline);
    if (outline != null) {
      return outline < 1 ? -1 : Math.min(LOWEST, outline);
    }
    Integer named =
        nearest(
            PARAGRAPH + name,
            style -> {
              int level = StyleNames.headingLevel(style.name);
              return level < 0 ? null : Integer.valueOf(level);
            });
    return named == null ? -1 : named;
  }

  boolean isSubtitle(String name) {
    return is(name, StyleNames.SUBTITLES);
  }

  Kind kind(String name) {
    return is(name, StyleNames.CAPTIONS)
        ? Kind.CAPTION
        : is(name, StyleNames.QUOTES) ? Kind.QUOTE : Kind.TEXT;
  }

  Characters ofParagraph(String name) {
    return characters(PARAGRAPH + name);
  }

  Characters ofText(String name) {
    return characters(TEXT + name);
  }

  private Characters characters(String id) {
    return new Characters(
        nearest(id, style -> style.characters.bold()),
        nearest(id, style -> style.characters.italic()),
        nearest(id, style -> style.characters.hidden()));
  }
}
