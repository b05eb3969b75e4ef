package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.document.Docx.run;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.body.Loss;
import org.yujian.body.Reading;

/** Signs in Word files that only a font or a field shows, and tables of contents. */
class DocxSignsTest {

  private static Reading read(Docx docx) {
    return new DocxReader().read(docx.bytes()).reading();
  }

  private static List<String> lines(Docx docx) {
    return read(docx).blocks().stream().flatMap(read -> read.block().lines().stream()).toList();
  }

  private static String p(String... parts) {
    return "<w:p>" + String.join("", parts) + "</w:p>";
  }

  private static String field(String instruction) {
    return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
        + instruction
        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
  }

  @ParameterizedTest
  @CsvSource({
    "'eq \\o\\ac(○,1)',①",
    "' EQ \\o\\ac(○,20) ',⑳",
    "'eq \\o\\ac(○,21)',21",
    "'eq \\o\\ac(□,1)',1",
    "'eq \\o\\ac(○,豫)',豫",
    "'EQ \\* jc0 \\* hps22 \\o(\\s\\up 10(yu),豫)',豫",
    "'EQ \\f(1,2)',''"
  })
  void wordsInFieldsAreKept(String instruction, String words) {
    Docx docx = Docx.create().raw(p(run("见"), field(instruction), run("。")));
    assertThat(lines(docx)).containsExactly("见" + words + "。");
  }

  @Test
  void charactersOfSymbolFontsAreWrittenOutOrReported() {
    Docx docx =
        Docx.create()
            .raw(p(run("\uF0A3满意"), "<w:r><w:sym w:font='Wingdings 2' w:char='F0A3'/></w:r>"))
            .raw(p(run("甲\uF0A9乙\uE001")));
    assertThat(lines(docx)).containsExactly("□满意□", "甲乙\uE001");
    assertThat(read(docx).losses()).extracting(Loss::what).containsExactly("sym");
  }

  @Test
  void aTableOfContentsAndItsHeadingAreLeftOut() {
    Docx docx =
        Docx.create()
            .styles(
                "<w:style w:type='paragraph' w:styleId='T'><w:name w:val='toc 1'/></w:style>"
                    + "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>")
            .raw(
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>"
                    + p(run("一览"))
                    + p(run("甲 1"))
                    + "</w:sdtContent></w:sdt>")
            .paragraph("目　录")
            .raw("<w:p><w:pPr><w:pStyle w:val='T'/></w:pPr>" + run("乙 2") + "</w:p>")
            .heading(1, "甲")
            .paragraph("目录");
    assertThat(lines(docx)).containsExactly("甲", "目录");
    assertThat(read(docx).losses()).extracting(Loss::what).containsOnly("toc");
  }

  @Test
  void aFootnoteBeginsBehindTheSpaceThatWordWrites() {
    Docx docx =
        Docx.create()
            .footnotes("<w:footnote w:id='1'>" + p(run(" "), run(" 见公报。")) + "</w:footnote>")
            .raw(p(run("八百人次"), "<w:r><w:footnoteReference w:id='1'/></w:r>"));
    assertThat(lines(docx)).containsExactly("八百人次[1]", "[1] 见公报。");
  }
}
