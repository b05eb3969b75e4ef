package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.document.NumberFormat.Format;

/** Automatic numbers become the text that Word shows. */
class WordNumbersTest {

  private static String level(int level, String format, String text) {
    return "<w:lvl w:ilvl='"
        + level
        + "'><w:start w:val='1'/><w:numFmt w:val='"
        + format
        + "'/><w:lvlText w:val='"
        + text
        + "'/></w:lvl>";
  }

  private static String num(int id, int definition, String inside) {
    return "<w:num w:numId='"
        + id
        + "'><w:abstractNumId w:val='"
        + definition
        + "'/>"
        + inside
        + "</w:num>";
  }

  private static List<String> lines(Docx docx) {
    return new DocxReader()
        .read(docx.bytes()).reading().blocks().stream()
            .flatMap(read -> read.block().lines().stream())
            .toList();
  }

  private static Docx docx(String levels, String nums) {
    return Docx.create()
        .numbering("<w:abstractNum w:abstractNumId='7'>" + levels + "</w:abstractNum>" + nums);
  }

  @Test
  void clausesCountThroughAllChapters() {
    Docx docx =
        docx(
            level(0, "chineseCounting", "第%1章")
                + level(1, "chineseCounting", "第%2条")
                    .replace("<w:lvlText", "<w:lvlRestart w:val='0'/><w:lvlText"),
            num(1, 7, ""));
    docx.item(1, 0, "总则").item(1, 1, "甲").item(1, 1, "乙").item(1, 0, "附则").item(1, 1, "丙");
    assertThat(lines(docx)).containsExactly("第一章 总则", "第一条 甲", "第二条 乙", "第二章 附则", "第三条 丙");
  }

  @Test
  void nestedListsCountEachLevel() {
    Docx docx =
        docx(
            level(0, "decimal", "%1.")
                + level(1, "decimal", "%1.%2")
                + level(2, "lowerLetter", "%3)"),
            num(1, 7, ""));
    docx.item(1, 0, "甲")
        .item(1, 1, "乙")
        .item(1, 1, "丙")
        .item(1, 2, "丁")
        .item(1, 0, "戊")
        .item(1, 1, "己");
    assertThat(lines(docx)).containsExactly("1. 甲", "1.1 乙", "1.2 丙", "a) 丁", "2. 戊", "2.1 己");
  }

  @Test
  void chineseNumbersHaveNoSpaceAndGoOnBehindOtherParagraphs() {
    Docx docx =
        docx(
            level(0, "taiwaneseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）"),
            num(1, 7, ""));
    docx.item(1, 0, "提高认识").paragraph("正文。").item(1, 0, "加强领导").item(1, 1, "组织");
    assertThat(lines(docx)).containsExactly("一、提高认识", "正文。", "二、加强领导", "（一）组织");
  }

  @Test
  void listsOfOneDefinitionGoOnUnlessTheyStartAnew() {
    String restart = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>";
    Docx docx =
        docx(level(0, "decimal", "%1."), num(1, 7, "") + num(2, 7, "") + num(3, 7, restart));
    docx.item(1, 0, "甲").item(2, 0, "乙").item(3, 0, "丙").item(3, 0, "丁");
    assertThat(lines(docx)).containsExactly("1. 甲", "2. 乙", "5. 丙", "6. 丁");
  }

  @Test
  void anOverriddenLevelHasItsOwnFormat() {
    Docx docx =
        docx(
            level(0, "decimal", "%1."),
            num(
                1,
                7,
                "<w:lvlOverride w:ilvl='0'>" + level(0, "upperRoman", "%1、") + "</w:lvlOverride>"));
    docx.item(1, 0, "甲").item(1, 0, "乙");
    assertThat(lines(docx)).containsExactly("I、甲", "II、乙");
  }

  @Test
  void bulletsAreDashesAndUnknownListsHaveNoMarker() {
    Docx docx = docx(level(0, "bullet", "\uF0B7"), num(1, 7, ""));
    docx.item(1, 0, "甲").item(9, 0, "乙").item(1, 8, "丙").item(0, 0, "丁");
    assertThat(lines(docx)).containsExactly("- 甲", "乙", "丙", "丁");
  }

  @ParameterizedTest
  @CsvSource({
    "decimal, 12, 12",
    "decimalZero, 3, 03",
    "lowerLetter, 27, aa",
    "upperLetter, 26, Z",
    "lowerRoman, 1994, mcmxciv",
    "upperRoman, 4, IV",
    "chineseCounting, 10, 十",
    "chineseCountingThousand, 11, 十一",
    "taiwaneseCountingThousand, 20, 二十",
    "chineseCountingThousand, 105, 一百零五",
    "chineseCountingThousand, 110, 一百一十",
    "chineseCountingThousand, 1005, 一千零五",
    "chineseLegalSimplified, 12, 壹拾贰",
    "ideographDigital, 10, 一〇",
    "ideographTraditional, 3, 丙",
    "ideographZodiac, 12, 亥",
    "decimalEnclosedCircle, 20, ⑳",
    "decimalFullWidth, 12, １２",
    "hex, 12, 12",
    "upperRoman, 0, 0",
    "lowerLetter, 999999, 999999",
    "upperRoman, 999999, 999999"
  })
  void formats(String format, int number, String text) {
    assertThat(Format.of(format).write(number)).isEqualTo(text);
  }
}
