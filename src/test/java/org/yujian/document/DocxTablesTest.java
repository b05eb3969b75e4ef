package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.document.Docx.run;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.yujian.body.Body;
import org.yujian.body.ReadBlock;

/** Tables in Word: those with data keep their cells, those for layout are only their contents. */
class DocxTablesTest {

  private static String html(Docx docx) {
    return Body.of(
            new DocxReader()
                .read(docx.bytes()).reading().blocks().stream().map(ReadBlock::block).toList())
        .html();
  }

  private static String p(String... runs) {
    return "<w:p>" + String.join("", runs) + "</w:p>";
  }

  @Test
  void mergedCellsAndHeaderRowsOfATable() {
    Docx docx =
        Docx.create()
            .raw(
                "<w:tbl><w:tblPr/><w:tblGrid/>"
                    + "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
                    + p(run("甲"))
                    + "</w:tc><w:tc>"
                    + p(run("乙"))
                    + "</w:tc></w:tr>"
                    + "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>"
                    + p(run("丙"))
                    + "</w:tc><w:tc>"
                    + p(run("丁"))
                    + "</w:tc><w:tc>"
                    + p()
                    + "</w:tc></w:tr>"
                    + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>"
                    + p()
                    + "</w:tc><w:tc>"
                    + p(run("戊"))
                    + p(run("己"))
                    + "</w:tc><w:tc>"
                    + p(run("庚"))
                    + "</w:tc></w:tr>"
                    + "</w:tbl>");
    assertThat(html(docx))
        .isEqualTo(
            "<table><tbody><tr><th colspan=\"2\">甲</th><th>乙</th></tr>"
                + "<tr><td rowspan=\"2\">丙</td><td>丁</td><td></td></tr>"
                + "<tr><td>戊 己</td><td>庚</td></tr></tbody></table>");
  }

  @Test
  void aTableForLayoutIsOnlyItsContents() {
    String inner =
        "<w:tbl><w:tr><w:tc>"
            + p(run("甲"))
            + "</w:tc><w:tc>"
            + p(run("乙"))
            + "</w:tc></w:tr></w:tbl>";
    Docx docx =
        Docx.create()
            .raw(
                "<w:tbl><w:tr><w:tc>"
                    + p(run("左"))
                    + inner
                    + "</w:tc><w:tc>"
                    + p(run("右"))
                    + "</w:tc></w:tr></w:tbl>")
            .raw("<w:tbl><w:tr><w:tc>" + p(run("框")) + "</w:tc></w:tr></w:tbl>");
    assertThat(html(docx))
        .isEqualTo(
            "<p>左</p><table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table><p>右</p><p>框</p>");
  }

  private static String row(String... cells) {
    return "<w:tr><w:tc>" + String.join("</w:tc><w:tc>", cells) + "</w:tc></w:tr>";
  }

  @Test
  void picturesBesideWordsAreOnlyArranged() {
    byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000012c000000c8");
    Docx docx =
        Docx.create()
            .raw("<w:tbl>" + row(p("@1"), p(run("左图。"))) + row(p(run("右图。")), p("@2")) + "</w:tbl>")
            .picture("@1", png, null)
            .picture("@2", png, null);
    assertThat(html(docx)).isEqualTo("<figure></figure><p>左图。</p><p>右图。</p>" + "<figure></figure>");
    Docx data =
        Docx.create()
            .raw(
                "<w:tbl>"
                    + row(p(run("照片")), p(run("姓名")))
                    + row(p("@1"), p(run("陈桂香")))
                    + "</w:tbl>")
            .picture("@1", png, null);
    assertThat(html(data)).startsWith("<table><tbody><tr><td>照片</td><td>姓名</td></tr>");
  }
}
