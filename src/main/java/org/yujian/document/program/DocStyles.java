package org.yujian.document.program;

import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.model.StyleSheet;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The names of styles and the definitions of lists of an old Word file. */
final class DocStyles {

  private static final int LEVELS = 9;
  private static final int NO_STYLE = 0xFFF;

  /** Lists of Word 6 have this number or a higher one. */
  private static final int OLD_LIST = 0x7FF;

  private static final int BULLET = 23;

  /** Formats by their number in the file. */
  private static final Map<Integer, String> FORMATS =
      Map.ofEntries(
          Map.entry(1, "upperRoman"),
          Map.entry(2, "lowerRoman"),
          Map.entry(3, "upperLetter"),
          Map.entry(4, "lowerLetter"),
          Map.entry(10, "ideographDigital"),
          Map.entry(11, "japaneseCounting"),
          Map.entry(14, "decimalFullWidth"),
          Map.entry(17, "japaneseDigitalTenThousand"),
          Map.entry(18, "decimalEnclosedCircle"),
          Map.entry(19, "decimalFullWidth2"),
          Map.entry(22, "decimalZero"),
          Map.entry(BULLET, "bullet"),
          Map.entry(28, "decimalEnclosedCircleChinese"),
          Map.entry(30, "ideographTraditional"),
          Map.entry(31, "ideographZodiac"),
          Map.entry(33, "taiwaneseCounting"),
          Map.entry(34, "ideographLegalTraditional"),
          Map.entry(35, "taiwaneseCountingThousand"),
          Map.entry(36, "taiwaneseDigital"),
          Map.entry(37, "chineseCounting"),
          Map.entry(38, "chineseLegalSimplified"),
          Map.entry(39, "chineseCountingThousand"),
          Map.entry(255, "none"));

  private final StyleSheet sheet;
  private final ListTables tables;

  /** Definitions by the number of the list that uses them. */
  private final Map<Integer, Integer> lists = new TreeMap<>();

  DocStyles(HWPFDocument document) {
    sheet = document.getStyleSheet();
    tables = document.getListTables();
  }

  XmlText styles() {
    XmlText xml = new XmlText().root("w:styles");
    for (int i = 0; i < sheet.numStyles(); i++) {
      StyleDescription style = sheet.getStyleDescription(i);
      if (style == null || style.getName() == null) {
        continue;
      }
      xml.open("w:style", "w:type", "paragraph", "w:styleId", Integer.toString(i));
      // Other names follow behind a comma.
      xml.empty("w:name", "w:val", style.getName().split("[,;]", 2)[0]);
      if (style.getBaseStyle() != NO_STYLE) {
        xml.empty("w:basedOn", "w:val", Integer.toString(style.getBaseStyle()));
      }
      xml.close("w:style");
    }
    return xml.close("w:styles");
  }

  /** The number of the paragraph's list, which will be defined; 0 if it has none. */
  int list(Paragraph paragraph) {
    int number = paragraph.getIlfo();
    if (tables == null || number <= 0 || number >= OLD_LIST) {
      return 0;
    }
    if (!lists.containsKey(number)) {
      try {
        lists.put(number, tables.getLfo(number).getLsid());
      } catch (RuntimeException undefined) {
        return 0;
      }
    }
    return number;
  }

  XmlText numbering() {
    XmlText xml = new XmlText().root("w:numbering");
    lists.values().stream().distinct().forEach(id -> definition(xml, id));
    lists.forEach(
        (number, id) -> {
          xml.open("w:num", "w:numId", Integer.toString(number));
          xml.empty("w:abstractNumId", "w:val", Integer.toString(id));
          overrides(xml, number);
          xml.close("w:num");
        });
    return xml.close("w:numbering");
  }

  private void definition(XmlText xml, int id) {
    xml.open("w:abstractNum", "w:abstractNumId", Integer.toString(id));
    for (int i = 0; i < LEVELS && tables.getListData(id) != null; i++) {
      if (i < tables.getListData(id).getLevels().length) {
        level(xml, i, tables.getLevel(id, i));
      }
    }
    xml.close("w:abstractNum");
  }

  private static void level(XmlText xml, int at, ListLevel level) {
    String text = level.getNumberText();
    StringBuilder written = new StringBuilder();
    (text == null ? "" : text)
        .chars()
        .forEach(c -> written.append(c < LEVELS ? "%" + (c + 1) : Character.toString(c)));
    boolean bullet = level.getNumberFormat() == BULLET;
    xml.open("w:lvl", "w:ilvl", Integer.toString(at));
    xml.empty("w:start", "w:val", Integer.toString(level.getStartAt()));
    xml.empty("w:numFmt", "w:val", FORMATS.getOrDefault(level.getNumberFormat(), "decimal"));
    xml.empty("w:lvlText", "w:val", bullet && text != null && !text.isEmpty() ? "-" : written + "");
    if (level.isLegalNumbering()) {
      xml.empty("w:isLgl");
    }
    xml.close("w:lvl");
  }

  private void overrides(XmlText xml, int number) {
    ListFormatOverrideLevel[] levels = tables.getLfoData(number).getRgLfoLvl();
    for (ListFormatOverrideLevel level : levels == null ? new ListFormatOverrideLevel[0] : levels) {
      if (level == null) {
        continue;
      }
      int at = level.getLevelNum();
      xml.open("w:lvlOverride", "w:ilvl", Integer.toString(at));
      if (level.isStartAt()) {
        xml.empty("w:startOverride", "w:val", Integer.toString(level.getIStartAt()));
      }
      if (level.isFormatting() && level.getLevel() != null) {
        level(xml, at, level.getLevel());
      }
      xml.close("w:lvlOverride");
    }
  }
}
