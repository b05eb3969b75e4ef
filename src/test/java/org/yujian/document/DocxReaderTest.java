package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yujian.document.Docx.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.Loss;
import org.yujian.body.ReadBlock;
import org.yujian.body.Reading;

/** What offices write in Word, and the blocks that it becomes. */
class DocxReaderTest {

  private static Reading read(Docx docx) {
    return new DocxReader().read(docx.bytes()).reading();
  }

  private static String html(Docx docx) {
    return Body.of(read(docx).blocks().stream().map(ReadBlock::block).toList()).html();
  }

  private static List<String> losses(Docx docx) {
    return read(docx).losses().stream().map(Loss::what).toList();
  }

  private static String p(String... runs) {
    return "<w:p>" + String.join("", runs) + "</w:p>";
  }

  @Test
  void runsSplitInsideAWordAreOneText() {
    Docx docx =
        Docx.create()
            .raw(p(run("豫"), "<w:proofErr w:type='spellStart'/>", run("园社"), run("区")))
            .raw(
                p(
                    run("<w:b/>", "重"),
                    run("<w:b w:val='1'/><w:color w:val='FF0000'/>", "点"),
                    run("<w:b w:val='0'/>", "工作")));
    assertThat(html(docx)).isEqualTo("<p>豫园社区</p><p><strong>重点</strong>工作</p>");
  }

  @Test
  void directFormattingAndStylesOfCharactersBecomeMarks() {
    Docx docx =
        Docx.create()
            .styles(
                "<w:style w:type='character' w:styleId='S'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
                    + "<w:style w:type='character' w:styleId='T'><w:name w:val='x'/><w:basedOn w:val='S'/></w:style>")
            .raw(p(run("甲"), run("<w:rStyle w:val='T'/>", "乙"), run("<w:i/>", "丙")))
            .raw(p(run("<w:b/><w:sz w:val='44'/>", "短而粗的一行")));
    assertThat(html(docx))
        .isEqualTo("<p>甲<strong>乙</strong><em>丙</em></p><p><strong>短而粗的一行</strong></p>");
  }

  @Test
  void headingsComeFromOutlineLevelsAndNames() {
    Docx docx =
        Docx.create()
            .styles(
                "<w:style w:type='paragraph' w:styleId='x'><w:name w:val='标题 1'/></w:style>"
                    + "<w:style w:type='paragraph' w:styleId='y'><w:name w:val='本单位标题'/><w:basedOn w:val='z'/></w:style>"
                    + "<w:style w:type='paragraph' w:styleId='z'><w:name w:val='q'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>"
                    + "<w:style w:type='paragraph' w:styleId='l1'><w:name w:val='l'/><w:basedOn w:val='l2'/></w:style>"
                    + "<w:style w:type='paragraph' w:styleId='l2'><w:name w:val='m'/><w:basedOn w:val='l1'/></w:style>")
            .heading(1, "无此样式")
            .raw("<w:p><w:pPr><w:pStyle w:val='x'/></w:pPr>" + run("甲") + "</w:p>")
            .raw("<w:p><w:pPr><w:pStyle w:val='y'/></w:pPr>" + run("乙") + "</w:p>")
            .raw("<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr>" + run("丙") + "</w:p>")
            .raw("<w:p><w:pPr><w:pStyle w:val='Heading3'/></w:pPr>" + run("丁") + "</w:p>")
            .raw("<w:p><w:pPr><w:pStyle w:val='l1'/></w:pPr>" + run("戊") + "</w:p>");
    assertThat(read(docx).blocks().stream().map(ReadBlock::level))
        .containsExactly(0, 1, 2, 3, 3, 0);
    assertThat(read(docx).blocks().stream().map(ReadBlock::line)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aDocumentTitleMakesHeadingsSections() {
    Docx docx =
        Docx.create()
            .styles(
                "<w:style w:type='paragraph' w:styleId='t'><w:name w:val='Title'/></w:style>"
                    + "<w:style w:type='paragraph' w:styleId='s'><w:name w:val='Subtitle'/></w:style>"
                    + "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>")
            .raw("<w:p><w:pPr><w:pStyle w:val='t'/></w:pPr>" + run("题") + "</w:p>")
            .raw("<w:p><w:pPr><w:pStyle w:val='s'/></w:pPr>" + run("副题") + "</w:p>")
            .heading(1, "一节");
    assertThat(read(docx).blocks().stream().map(ReadBlock::level)).containsExactly(1, 2, 2);
  }

  @Test
  void aHeadingRightBelowTheTitleIsNoSubtitle() {
    Docx docx =
        Docx.create()
            .styles(
                "<w:style w:type='paragraph' w:styleId='t'><w:name w:val='Title'/></w:style>"
                    + "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>")
            .raw("<w:p><w:pPr><w:pStyle w:val='t'/></w:pPr>" + run("题") + "</w:p>")
            .heading(1, "一节")
            .paragraph("正文。")
            .heading(1, "二节");
    assertThat(read(docx).blocks().stream().map(ReadBlock::level)).containsExactly(1, 3, 0, 3);
  }

  @Test
  void trackedChangesAreAccepted() {
    Docx docx =
        Docx.create()
            .raw(
                p(
                    run("甲"),
                    "<w:del w:id='1'><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del>",
                    "<w:ins w:id='2'><w:r><w:t>增</w:t></w:r></w:ins>",
                    "<w:moveFrom w:id='3'>" + run("旧") + "</w:moveFrom>",
                    "<w:moveTo w:id='4'>" + run("新") + "</w:moveTo>"))
            .raw("<w:p><w:pPr><w:rPr><w:del w:id='5'/></w:rPr></w:pPr>" + run("前半") + "</w:p>")
            .paragraph("后半");
    assertThat(html(docx)).isEqualTo("<p>甲增新</p><p>前半后半</p>");
    assertThat(losses(docx)).containsExactly("tracked-changes");
  }

  @Test
  void hiddenTextIsLeftOut() {
    Docx docx =
        Docx.create()
            .raw(p(run("甲"), run("<w:vanish/>", "隐"), run("<w:vanish w:val='false'/>", "乙")))
            .raw(p(run("<w:vanish/>", "再隐")));
    assertThat(html(docx)).isEqualTo("<p>甲乙</p>");
    assertThat(losses(docx)).containsExactly("hidden-text");
  }

  @Test
  void aTextBoxStandsOnceBehindItsParagraph() {
    String box = "<w:txbxContent>" + p(run("框一")) + p(run("框二")) + "</w:txbxContent>";
    Docx docx =
        Docx.create()
            .raw(
                p(
                    run("前"),
                    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
                        + box
                        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
                        + box
                        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
                    run("后")));
    assertThat(html(docx)).isEqualTo("<p>前后</p><p>框一</p><p>框二</p>");
    assertThat(losses(docx)).containsExactly("text-box");
  }

  @Test
  void footnotesFollowTheirArticle() {
    Docx docx =
        Docx.create()
            .footnotes(
                "<w:footnote w:id='-1' w:type='separator'><w:p/></w:footnote>"
                    + "<w:footnote w:id='2'>"
                    + p("<w:r><w:footnoteRef/><w:tab/></w:r>", run("注一"))
                    + "</w:footnote>"
                    + "<w:footnote w:id='3'>"
                    + p(run("注二"))
                    + "</w:footnote>")
            .heading(1, "题甲")
            .raw(p(run("正文"), "<w:r><w:footnoteReference w:id='2'/></w:r>", run("。")))
            .heading(1, "题乙")
            .raw(
                p(
                    run("正文"),
                    "<w:r><w:footnoteReference w:id='3'/><w:footnoteReference w:id='9'/></w:r>"));
    assertThat(html(docx))
        .isEqualTo(
            "<h2>题甲</h2><p>正文[1]。</p><blockquote><p>[1] 注一</p></blockquote>"
                + "<h2>题乙</h2><p>正文[2]</p><blockquote><p>[2] 注二</p></blockquote>");
    assertThat(losses(docx)).containsExactly("footnotes");
  }

  @Test
  void linksAreSafeAddressesOutsideTheFile() {
    Docx docx =
        Docx.create()
            .address("r1", "https://example.org/a")
            .address("r2", "javascript:alert(1)")
            .address("r3", "file:///etc/passwd")
            .raw(p("<w:hyperlink r:id='r1'>" + run("甲") + "</w:hyperlink>"))
            .raw(p("<w:hyperlink r:id='r2'>" + run("乙") + "</w:hyperlink>"))
            .raw(p("<w:hyperlink r:id='r3'>" + run("丙") + "</w:hyperlink>"))
            .raw(p("<w:hyperlink w:anchor='x'>" + run("丁") + "</w:hyperlink>"))
            .raw(
                p(
                    "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> HYPERLINK \"http://e.org/\" </w:instrText>"
                        + "<w:fldChar w:fldCharType='separate'/></w:r>"
                        + run("戊")
                        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
                        + run("己")));
    assertThat(html(docx).replaceAll(" rel=\"[^\"]*\"", ""))
        .isEqualTo(
            "<p><a href=\"https://example.org/a\">甲</a></p><p>乙</p><p>丙</p><p>丁</p>"
                + "<p><a href=\"http://e.org/\">戊</a>己</p>");
    assertThat(losses(docx)).containsExactly("a[href]", "a[href]");
  }

  @Test
  void wordsStayWithoutTheirPronunciation() {
    Docx docx =
        Docx.create()
            .raw(
                p(
                    "<w:r><w:ruby><w:rubyPr/><w:rt>"
                        + run("yù")
                        + "</w:rt><w:rubyBase>"
                        + run("豫")
                        + "</w:rubyBase></w:ruby></w:r>",
                    "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(yuán),园)</w:instrText><w:fldChar w:fldCharType='end'/></w:r>",
                    run("社区")));
    assertThat(html(docx)).isEqualTo("<p>豫园社区</p>");
  }

  @Test
  void smallThingsInsideAParagraph() {
    Docx docx =
        Docx.create()
            .raw(
                p(
                    "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br/><w:t>c</w:t><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>",
                    "<w:smartTag>" + run("智") + "</w:smartTag>",
                    "<w:sdt><w:sdtPr><w:alias w:val='n'/></w:sdtPr><w:sdtContent>"
                        + run("控")
                        + "</w:sdtContent></w:sdt>",
                    "<w:fldSimple w:instr=' PAGE '>" + run("3") + "</w:fldSimple>"))
            .raw("<w:sdt><w:sdtContent>" + p(run("块")) + "</w:sdtContent></w:sdt>")
            .raw(p(run("上"), "<w:r><w:br w:type='page'/></w:r>", run("下")));
    assertThat(html(docx)).isEqualTo("<p>a-b<br>c✓智控3</p><p>块</p><p>上</p><p>下</p>");
  }

  @Test
  void picturesAndObjectsAreReported() {
    Docx docx =
        Docx.create()
            .part("word/vbaProject.bin", "x")
            .raw(
                p(
                    "<w:r><w:drawing><wp:inline><wp:docPr id='1' descr='集市'/><a:graphic><a:blip r:embed='r9'/></a:graphic></wp:inline></w:drawing></w:r>"))
            .raw(p(run("甲"), "<w:r><w:object><v:imagedata r:id='r8'/></w:object></w:r>"));
    assertThat(html(docx)).isEqualTo("<p>甲</p>");
    assertThat(read(docx).losses())
        .containsExactly(
            new Loss("embedded-object", 1, "", null), new Loss("picture.left-out", 1, "集市", null));
  }

  @Test
  void theStrictFormIsReadToo() {
    Docx docx = Docx.create().heading(1, "题").paragraph("正文。");
    byte[] strict =
        Docx.zip(
            Map.of(
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='/word/document2.xml'/></Relationships>"
                    .getBytes(StandardCharsets.UTF_8),
                "word/document2.xml",
                docx.document()
                    .replace(Docx.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(
            new DocxReader()
                .read(strict).reading().blocks().stream().map(ReadBlock::block).map(Block::text))
        .containsExactly("题", "正文。");
  }

  @Test
  void anEmbeddedDocumentIsRefused() {
    assertThatThrownBy(() -> read(Docx.create().raw("<w:altChunk r:id='r1'/>")))
        .isInstanceOf(DocumentRefused.class);
  }
}
