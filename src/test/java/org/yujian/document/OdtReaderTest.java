package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.Loss;
import org.yujian.body.ReadBlock;
import org.yujian.document.DocumentReader.Result;

/** What LibreOffice and others write as OpenDocument, and the blocks that it becomes. */
class OdtReaderTest {

  private static Result read(Odt odt) {
    return new OdtReader().read(odt.bytes());
  }

  private static String html(Odt odt) {
    return Body.of(read(odt).reading().blocks().stream().map(ReadBlock::block).toList()).html();
  }

  private static List<String> losses(Odt odt) {
    return read(odt).reading().losses().stream().map(Loss::what).toList();
  }

  private static String p(String content) {
    return "<text:p>" + content + "</text:p>";
  }

  private static String item(String content) {
    return "<text:list-item>" + content + "</text:list-item>";
  }

  private static String style(String family, String name, String more, String properties) {
    return "<style:style style:family='"
        + family
        + "' style:name='"
        + name
        + "' "
        + more
        + "><style:text-properties "
        + properties
        + "/></style:style>";
  }

  @Test
  void spacesAreThoseThatAreWritten() {
    Odt odt =
        Odt.create()
            .raw(
                p(
                    "\n  甲 \n<text:span> 乙</text:span><text:s text:c='3'/>a\u2011<text:tab/>b\u00AD "))
            .raw(p("上<text:line-break/>下<text:soft-page-break/>文"));
    assertThat(read(odt).reading().blocks())
        .extracting(read -> read.block().text())
        .containsExactly("甲 乙   a-\tb", "上\n下文");
  }

  @Test
  void headingsComeFromLevelsAndStyles() {
    Odt odt =
        Odt.create()
            .styles(
                "<style:style style:family='paragraph' style:name='Heading_20_2' style:default-outline-level='2'/>"
                    + "<style:style style:family='paragraph' style:name='标题_20_3'/>"
                    + "<style:style style:family='paragraph' style:name='N' style:parent-style-name='Heading_20_2' style:default-outline-level=''/>")
            .automatic(
                "<style:style style:family='paragraph' style:name='P1' style:parent-style-name='Heading_20_2'/>")
            .heading(1, "甲")
            .raw("<text:p text:style-name='P1'>乙</text:p>")
            .raw("<text:p text:style-name='标题_20_3'>丙</text:p>")
            .raw("<text:p text:style-name='N'>丁</text:p>")
            .raw("<text:h>戊</text:h>");
    assertThat(read(odt).reading().blocks().stream().map(ReadBlock::level))
        .containsExactly(1, 2, 3, 0, 1);
    assertThat(read(odt).reading().blocks().stream().map(ReadBlock::line))
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aDocumentTitleMakesHeadingsSections() {
    Odt odt =
        Odt.create()
            .styles(
                "<style:style style:family='paragraph' style:name='Title'/><style:style style:family='paragraph' style:name='Subtitle'/>")
            .raw("<text:p text:style-name='Title'>题</text:p>")
            .raw("<text:p text:style-name='Subtitle'>副题</text:p>")
            .heading(1, "一节");
    assertThat(read(odt).reading().blocks().stream().map(ReadBlock::level))
        .containsExactly(1, 2, 2);
  }

  @Test
  void weightsOfChineseAndOfLatinLettersAreMarks() {
    Odt odt =
        Odt.create()
            .styles(style("text", "Strong", "", "fo:font-weight='bold'"))
            .automatic(
                style("text", "B", "", "style:font-weight-asian='bold'")
                    + style("text", "I", "", "fo:font-style='italic'")
                    + style("text", "S", "style:parent-style-name='Strong'", "fo:color='#ff0000'")
                    + style("text", "N", "", "fo:font-weight='normal'")
                    + style("paragraph", "P", "", "fo:font-weight='700'"))
            .raw(
                p(
                    "甲<text:span text:style-name='B'>乙<text:span text:style-name='I'>丙</text:span></text:span>丁<text:span text:style-name='S'>戊</text:span>"))
            .raw(
                "<text:p text:style-name='P'>粗<text:span text:style-name='N'>细</text:span></text:p>");
    assertThat(html(odt))
        .isEqualTo(
            "<p>甲<strong>乙<em>丙</em></strong>丁<strong>戊</strong></p><p><strong>粗</strong>细</p>");
  }

  @Test
  void numbersOfListsAreCountedInEachFormat() {
    String levels =
        "<text:list-level-style-number text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/>"
            + "<text:list-level-style-number text:level='2' style:num-format='1' text:display-levels='2' style:num-prefix='(' style:num-suffix=')' text:start-value='3'/>"
            + "<text:list-level-style-number text:level='3' style:num-format='①, ②, ③, ...' loext:num-list-format='第%3%条'/>";
    String inner = "<text:list>" + item(p("己")) + item(p("庚")) + "</text:list>";
    Odt odt =
        Odt.create()
            .automatic("<text:list-style style:name='L'>" + levels + "</text:list-style>")
            .raw(
                "<text:list text:style-name='L'>"
                    + "<text:list-header>"
                    + p("无号")
                    + "</text:list-header>"
                    + item(p("甲") + p("甲续"))
                    + item(p("乙") + "<text:list>" + item(p("丙") + inner) + "</text:list>")
                    + "<text:list-item text:start-value='11'>"
                    + p("丁")
                    + "</text:list-item></text:list>")
            .raw(
                "<text:list text:style-name='L' text:continue-numbering='true'>"
                    + item(p("戊"))
                    + "</text:list>")
            .raw("<text:list text:style-name='L'>" + item(p("新")) + "</text:list>")
            .raw("<text:list text:style-name='无'>" + item(p("末")) + "</text:list>");
    assertThat(read(odt).reading().blocks())
        .extracting(read -> read.block().text())
        .containsExactly(
            "无号", "一、甲", "甲续", "二、乙", "(二.3) 丙", "第①条 己", "第②条 庚", "十一、丁", "十二、戊", "一、新", "末");
  }

  @Test
  void bulletsAndPlainNumbersAreLists() {
    Odt odt =
        Odt.create()
            .styles(
                "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/><text:list-level-style-bullet text:level='2' text:bullet-char='•'/></text:list-style>"
                    + "<text:outline-style><text:outline-level-style text:level='1' style:num-format='1' style:num-suffix=' '/></text:outline-style>")
            .heading(1, "章")
            .raw(
                "<text:list text:style-name='L'>"
                    + item(p("甲") + "<text:list>" + item(p("乙")) + "</text:list>")
                    + item(p("丙"))
                    + "</text:list>");
    assertThat(read(odt).reading().blocks())
        .extracting(read -> String.join("/", read.block().lines()))
        .containsExactly("1 章", "1. 甲/- 乙/2. 丙");
  }

  @Test
  void deletedHiddenAndForeignTextIsLeftOut() {
    Odt odt =
        Odt.create()
            .automatic(style("text", "H", "", "text:display='none'"))
            .raw(
                "<text:tracked-changes><text:changed-region><text:deletion>"
                    + p("删")
                    + "</text:deletion></text:changed-region></text:tracked-changes>")
            .raw(
                p(
                    "甲<text:span text:style-name='H'>隐</text:span><text:change-start/>增<text:change-end/>"))
            .raw("<text:section text:display='none'>" + p("藏") + "</text:section>")
            .raw("<text:section>" + p("节") + "</text:section>")
            .raw(p("乙<office:annotation>" + p("批注") + "</office:annotation>"))
            .raw(
                p(
                    "<text:ruby><text:ruby-base>豫</text:ruby-base><text:ruby-text>yù</text:ruby-text></text:ruby>园"));
    assertThat(html(odt)).isEqualTo("<p>甲增</p><p>节</p><p>乙</p><p>豫园</p>");
    assertThat(losses(odt)).containsExactly("tracked-changes", "hidden-text");
  }

  @Test
  void notesStandAtTheEndAndBoxesBehindTheirParagraph() {
    String note =
        "<text:note><text:note-citation>7</text:note-citation><text:note-body>"
            + p("注一")
            + p("又")
            + "</text:note-body></text:note>";
    Odt odt =
        Odt.create()
            .raw(
                p(
                    "<draw:frame><draw:text-box>"
                        + p("框一")
                        + p("框二")
                        + "</draw:text-box></draw:frame>甲"
                        + note
                        + "。"))
            .raw("<draw:g><draw:custom-shape>" + p("形") + "</draw:custom-shape></draw:g>");
    assertThat(html(odt))
        .isEqualTo(
            "<p>甲[1]。</p><p>框一</p><p>框二</p><p>形</p><blockquote><p>[1] 注一<br>又</p></blockquote>");
    assertThat(losses(odt)).containsExactly("text-box", "footnotes");
  }

  @Test
  void tablesKeepHeadersAndSpans() {
    String cell = "<table:table-cell>" + p("乙") + "</table:table-cell>";
    Odt odt =
        Odt.create()
            .raw(
                "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='2'>"
                    + p("甲")
                    + "</table:table-cell><table:covered-table-cell/>"
                    + cell
                    + "</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/><table:covered-table-cell/>"
                    + cell
                    + "</table:table-row><table:table-row><table:table-cell table:number-columns-repeated='2'/>"
                    + cell
                    + "</table:table-row></table:table>");
    assertThat(html(odt))
        .isEqualTo(
            "<table><tbody><tr><th rowspan=\"2\" colspan=\"2\">甲</th><th>乙</th></tr><tr><td>乙</td></tr><tr><td></td><td></td><td>乙</td></tr></tbody></table>");
  }

  @Test
  void linksAreSafeAddresses() {
    Odt odt =
        Odt.create()
            .raw(p("<text:a xlink:href='https://example.org/a'>甲</text:a>"))
            .raw(p("<text:a xlink:href='javascript:alert(1)'>乙</text:a>"))
            .raw(p("<text:a xlink:href='#x'>丙</text:a>"));
    assertThat(html(odt).replaceAll(" rel=\"[^\"]*\"", ""))
        .isEqualTo("<p><a href=\"https://example.org/a\">甲</a></p><p>乙</p><p>丙</p>");
    assertThat(losses(odt)).containsExactly("a[href]");
  }

  @Test
  void picturesInsideTheFileAreTaken() {
    Odt odt =
        Odt.create()
            .part("Pictures/a.png", DocumentPicturesTest.png(300, 200, 1))
            .part("Pictures/a.svg", "<svg/>")
            .raw(
                p(
                    "上午<draw:frame><draw:image xlink:href='Pictures/a.svg'/><draw:image xlink:href='./Pictures/a.png'/><svg:title>题</svg:title><svg:desc>集市</svg:desc></draw:frame>开张。"))
            .raw(p("<draw:frame><draw:image xlink:href='Pictures/b.png'/></draw:frame>"))
            .raw(p("<draw:frame><draw:image xlink:href='https://example.org/c.png'/></draw:frame>"))
            .raw(p("<draw:frame><draw:image xlink:href='../d.png'/></draw:frame>"))
            .raw(
                p(
                    "<draw:frame><draw:object xlink:href='./Object 1'/><draw:image xlink:href='Pictures/a.png'/></draw:frame>"));
    Result result = read(odt);
    assertThat(result.reading().blocks().stream().map(ReadBlock::block))
        .extracting(Block::text)
        .containsExactly("上午开张。", null, null);
    assertThat(result.reading().blocks().stream().skip(1).map(read -> read.block().image()))
        .extracting(picture -> picture.url() + " " + picture.alt())
        .containsExactly("document:1 集市", "https://example.org/c.png null");
    assertThat(result.pictures()).hasSize(1);
    assertThat(losses(odt)).containsExactly("picture.left-out", "img[src]", "embedded-object");
  }

  @Test
  void otherFilesAreRefusedWithWhatToDo() {
    String manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    assertThatThrownBy(() -> read(Odt.create().part("META-INF/manifest.xml", manifest)))
        .hasMessageContaining("without a password");
    assertThatThrownBy(
            () ->
                read(
                    Odt.create()
                        .part(
                            "content.xml",
                            Odt.create().content().replace("office:text", "office:spreadsheet"))))
        .hasMessageContaining("not a text");
    assertThatThrownBy(() -> new OdtReader().read(Docx.zip(Map.of("mimetype", new byte[1]))))
        .hasMessageContaining("no text part");
  }
}
