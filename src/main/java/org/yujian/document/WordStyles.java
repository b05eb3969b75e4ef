package org.yujian.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yujian.document.WordPart.Kind;

/**
 * The styles of a Word file ({@code styles.xml}): what a style or those that it is based on say.
 */
final class WordStyles {

  private static final int LOWEST = 6;
  private static final int BODY_TEXT = 9;

  /** Each run follows the chain of its style, so that a longer one would cost too much. */
  private static final int LONGEST_CHAIN = 50;

  /** Formatting of characters; null where the style does not say it. */
  record Characters(Boolean bold, Boolean italic, Boolean hidden) {

    static final Characters UNSAID = new Characters(null, null, null);

    /** This formatting where it says something, else the other one. */
    Characters over(Characters other) {
      return new Characters(
          bold == null ? other.bold : bold,
          italic == null ? other.italic : italic,
          hidden == null ? other.hidden : hidden);
    }

    /** With one property of a {@code rPr} element; others change nothing. */
    Characters with(String property, XmlEvents xml) {
      return switch (property) {
        case "b" -> new Characters(xml.isOn(), italic, hidden);
        case "i" -> new Characters(bold, xml.isOn(), hidden);
        case "vanish" -> new Characters(bold, italic, xml.isOn());
        default -> this;
      };
    }
  }

  /** A style; {@code outline}, {@code number} and {@code level} are null where it is silent. */
  private static final class Style {
    private String name = "";
    private String basedOn;
    private Integer outline;
    private Integer number;
    private Integer level;
    private Characters characters = Characters.UNSAID;
  }

  private final Map<String, Style> styles = new HashMap<>();
  private String standard;

  /**
   * @param xml at its start; null when the file has no styles
   */
  WordStyles(XmlEvents xml) {
    if (xml != null && xml.root()) {
      xml.children(
          name -> {
            if (name.equals("style")) {
              style(xml);
            }
          });
    }
  }

  private void style(XmlEvents xml) {
    Style style = new Style();
    String id = xml.attribute("styleId", "");
    if (xml.attribute("type", "").equals("paragraph")
        && xml.attribute("default", "0").matches("1|true|on")) {
      standard = id;
    }
    styles.put(id, style);
    xml.children(
        name -> {
          switch (name) {
            case "name" -> style.name = StyleNames.normal(xml.attribute("val", ""));
            case "basedOn" -> style.basedOn = xml.attribute("val");
            case "rPr" ->
                xml.children(property -> style.characters = style.characters.with(property, xml));
            case "pPr" -> xml.children(property -> paragraph(style, property, xml));
            default -> {}
          }
        });
  }

  private static void paragraph(Style style, String property, XmlEvents xml) {
    switch (property) {
      case "outlineLvl" -> style.outline = xml.number("val", BODY_TEXT);
      case "numPr" ->
          xml.children(
              part -> {
                switch (part) {
                  case "numId" -> style.number = xml.number("val", 0);
                  case "ilvl" -> style.level = xml.number("val", 0);
                  default -> {}
                }
              });
      default -> {}
    }
  }

  /** What the nearest style says, from this one along those that it is based on; null if none. */
  private <T> T nearest(String id, Function<Style, T> property) {
    Set<String> seen = new HashSet<>();
    for (String at = id == null ? standard : id;
        at != null && seen.add(at) && seen.size() <= LONGEST_CHAIN; ) {
      Style style = styles.get(at);
      T value = style == null ? null : property.apply(style);
      if (value != null || style == null) {
        return value;
      }
      at = style.basedOn;
    }
    return null;
  }

  /** Heading level 1–6, 0 for the document's title, -1 for other paragraphs. */
  int headingLevel(String id, Integer ownOutline) {
    Integer outline = ownOutline == null ? nearest(id, style -> style.outline) : ownOutline;
    if (outline != null) {
      return outline >= BODY_TEXT || outline < 0 ? -1 : Math.min(LOWEST, outline + 1);
    }
    Integer named = is(id, StyleNames.TITLES) ? Integer.valueOf(0) : nearest(id, WordStyles::named);
    return named == null && !styles.containsKey(id) && id != null
        ? StyleNames.headingLevel(StyleNames.normal(id))
        : named == null ? -1 : named;
  }

  private static Integer named(Style style) {
    int level = StyleNames.headingLevel(style.name);
    return level < 0 ? null : Integer.valueOf(level);
  }

  private boolean is(String id, Set<String> names) {
    return id != null && nearest(id, style -> names.contains(style.name) ? true : null) != null;
  }

  boolean isSubtitle(String id) {
    return is(id, StyleNames.SUBTITLES);
  }

  Kind kind(String id) {
    Style style = styles.get(id);
    if (style != null && StyleNames.isContents(style.name)) {
      return Kind.CONTENTS;
    }
    return is(id, StyleNames.CAPTIONS)
        ? Kind.CAPTION
        : is(id, StyleNames.QUOTES) ? Kind.QUOTE : Kind.TEXT;
  }

  /** Numbering of the style; 0 for none. */
  int number(String id) {
    Integer number = nearest(id, style -> style.number);
    return number == null ? 0 : number;
  }

  /** Level of the style's numbering; null if it does not say one. */
  Integer numberLevel(String id) {
    return nearest(id, style -> style.level);
  }

  Characters characters(String id) {
    return id == null && standard == null
        ? Characters.UNSAID
        : new Characters(
            nearest(id, style -> style.characters.bold()),
            nearest(id, style -> style.characters.italic()),
            nearest(id, style -> style.characters.hidden()));
  }
}
