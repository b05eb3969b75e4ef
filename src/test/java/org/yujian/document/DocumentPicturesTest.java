package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.document.Docx.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.body.Block;
import org.yujian.body.Loss;
import org.yujian.body.ReadBlock;
import org.yujian.document.DocumentReader.Result;

/** Pictures inside a document stand where they stood, and their bytes are handed out. */
class DocumentPicturesTest {

  /** The header of a PNG, which is all that a reader looks at; {@code fill} makes it unique. */
  static byte[] png(int width, int height, int fill) {
    byte[] png = new byte[60];
    Arrays.fill(png, (byte) fill);
    ByteBuffer.wrap(png)
        .putLong(0x89504E470D0A1A0AL)
        .putInt(13)
        .putInt(0x49484452)
        .putInt(width)
        .putInt(height);
    return png;
  }

  private static final byte[] EMF = {1, 0, 0, 0, 88, 0, 0, 0};

  private static Docx docx() {
    return Docx.create()
        .link("p1", "image", "media/image1.png")
        .link("p2", "image", "media/image2.png")
        .link("spacer", "image", "media/spacer.png")
        .link("vector", "image", "media/vector.emf")
        .address("far", "https://example.org/far.png")
        .address("disk", "file:///etc/passwd")
        .part("word/media/image1.png", png(300, 200, 1))
        .part("word/media/image2.png", png(300, 200, 2))
        .part("word/media/spacer.png", png(300, 1, 3))
        .part("word/media/vector.emf", EMF);
  }

  private static String drawing(String how, String alt) {
    return "<w:r><w:drawing><wp:inline><wp:docPr id='1' descr='"
        + alt
        + "'/><a:graphic><a:blip "
        + how
        + "/></a:graphic></wp:inline></w:drawing></w:r>";
  }

  private static String p(String... runs) {
    return "<w:p>" + String.join("", runs) + "</w:p>";
  }

  private static Result read(Docx docx) {
    return new DocxReader().read(docx.bytes());
  }

  private static Result html(String html) {
    return new HtmlDocument().read(html.getBytes(StandardCharsets.UTF_8));
  }

  /** Blocks as text; a picture as its address and alternative text. */
  private static List<String> blocks(Result result) {
    return result.reading().blocks().stream()
        .map(ReadBlock::block)
        .map(
            block ->
                block.kind() == Block.Kind.FIGURE && block.image() != null
                    ? block.image().url() + "|" + block.image().alt()
                    : block.kind() + " " + String.join("/", block.lines()))
        .toList();
  }

  private static List<String> losses(Result result) {
    return result.reading().losses().stream().map(Loss::what).toList();
  }

  @Test
  void aPictureInsideASentenceStandsBehindTheParagraph() {
    Result result =
        read(
            docx()
                .raw(p(drawing("r:embed='p1'", "集市")))
                .raw(p(run("上午"), drawing("r:embed='p2'", ""), run("开张。")))
                .paragraph("再会。"));
    assertThat(blocks(result))
        .containsExactly("document:1|集市", "PARAGRAPH 上午开张。", "document:2|null", "PARAGRAPH 再会。");
    assertThat(result.reading().blocks()).extracting(ReadBlock::line).containsExactly(1, 2, 2, 3);
    assertThat(result.pictures())
        .extracting(DocumentPicture::name)
        .containsExactly("document:1", "document:2");
    assertThat(result.pictures().get(1).bytes()).isEqualTo(png(300, 200, 2));
    assertThat(losses(result)).isEmpty();
  }

  @Test
  void picturesOfOldDrawingsBoxesTablesAndListsAreTaken() {
    String old = "<w:r><w:pict><v:shape alt='旧'><v:imagedata r:id='p1'/></v:shape></w:pict></w:r>";
    String box =
        "<w:r><w:drawing><wps:txbx><w:txbxContent>"
            + p(drawing("r:embed='p2'", "框"))
            + p(run("图一"))
            + "</w:txbxContent></wps:txbx></w:drawing></w:r>";
    Result result =
        read(
            docx()
                .numbering(
                    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>")
                .raw(p(run("甲"), old, box))
                .raw(
                    "<w:tbl><w:tr><w:tc>"
                        + p(run("格"), drawing("r:embed='p1'", "表"))
                        + "</w:tc><w:tc>"
                        + p(run("乙"))
                        + "</w:tc></w:tr></w:tbl>")
                .item(1, 0, "项一")
                .raw(p(drawing("r:embed='p2'", "单")))
                .item(1, 0, "项二"));
    assertThat(blocks(result))
        .containsExactly(
            "PARAGRAPH 甲",
            "document:1|旧",
            "document:2|框",
            "PARAGRAPH 图一",
            "TABLE 格\t乙",
            "document:1|表",
            "LIST 1. 项一",
            "document:2|单",
            "LIST 2. 项二");
    assertThat(result.pictures()).hasSize(2);
  }

  @Test
  void aCaptionInTheParagraphOfItsPictureStandsBelow() {
    Result result =
        read(
            docx()
                .styles(
                    "<w:style w:type='paragraph' w:styleId='c'><w:name w:val='caption'/></w:style>")
                .raw(
                    "<w:p><w:pPr><w:pStyle w:val='c'/></w:pPr>"
                        + drawing("r:embed='p1'", "")
                        + run("图一 集市")
                        + "</w:p>"));
    assertThat(blocks(result)).containsExactly("document:1|null", "FIGURE 图一 集市");
  }

  @Test
  void aTableOfPicturesIsReadColumnByColumn() {
    String[] cells = {
      drawing("r:embed='p1'", "左"), drawing("r:embed='p2'", "右"), run("左边的说明"), run("右边的说明")
    };
    StringBuilder table = new StringBuilder("<w:tbl>");
    for (int i = 0; i < 4; i += 2) {
      table.append("<w:tr><w:tc>" + p(cells[i]) + "</w:tc><w:tc>" + p(cells[i + 1]));
      table.append("</w:tc></w:tr>");
    }
    Result result = read(docx().raw(table + "</w:tbl>").paragraph("正文。"));
    assertThat(blocks(result))
        .containsExactly(
            "document:1|左", "FIGURE 左边的说明", "document:2|右", "FIGURE 右边的说明", "PARAGRAPH 正文。");
  }

  @Test
  void whatIsNoPictureForReadersIsReported() {
    Result result =
        read(
            docx()
                .raw(p(run("甲"), drawing("r:embed='spacer'", "线")))
                .raw(p(drawing("r:embed='vector'", "图形")))
                .raw(p(drawing("r:embed='none'", "")))
                .raw(p(drawing("r:link='far'", "远")))
                .raw(p(drawing("r:link='disk'", "")))
                .raw("<w:p><w:del>" + drawing("r:embed='p1'", "删") + "</w:del></w:p>"));
    assertThat(blocks(result)).containsExactly("PARAGRAPH 甲", "https://example.org/far.png|远");
    assertThat(result.reading().losses())
        .containsExactly(
            new Loss("picture.left-out", 1, "线", null),
            new Loss("picture.left-out", 2, "图形", null),
            new Loss("picture.left-out", 3, "", null),
            new Loss("img[src]", 5, "", "file:///etc/passwd"),
            new Loss("tracked-changes", 6, "", null));
    assertThat(result.pictures()).isEmpty();
  }

  @Test
  void onlySoManyAndSoLargePicturesAreTaken() {
    Docx many = Docx.create();
    for (int i = 0; i < Pictures.MOST + 3; i++) {
      many.link("p" + i, "image", "media/" + i + ".png")
          .part("word/media/" + i + ".png", png(9, 9, i))
          .raw(p(drawing("r:embed='p" + i + "'", "")));
    }
    Result result = read(many);
    assertThat(result.pictures()).hasSize(Pictures.MOST);
    assertThat(losses(result)).hasSize(3).containsOnly("picture.left-out");
    byte[] large = Arrays.copyOf(png(9, 9, 1), Pictures.LARGEST);
    Docx heavy = Docx.create();
    for (int i = 0; i < 3; i++) {
      heavy
          .link("p" + i, "image", "media/" + i + ".png")
          .part("word/media/" + i + ".png", i == 0 ? Arrays.copyOf(large, large.length + 1) : large)
          .raw(p(drawing("r:embed='p" + i + "'", "")));
    }
    assertThat(read(heavy).pictures()).hasSize(2);
    assertThat(losses(read(heavy))).containsExactly("picture.left-out");
  }

  @Test
  void dataInAnHtmlFileIsAPicture() {
    String data = Base64.getMimeEncoder().encodeToString(png(300, 200, 7));
    Result result =
        html(
            "<html><body><p>甲<img alt='集市' src=\"data:image/png;base64,"
                + data
                + "\">乙</p>\n<p>丙</p><img src='data:1'><img src='data:9'>"
                + "<img alt='矢量' src='data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4='>"
                + "<img src='document:1'><img src='document:2'>");
    assertThat(blocks(result))
        .containsExactly(
            "PARAGRAPH 甲乙",
            "document:1|集市",
            "PARAGRAPH 丙",
            "document:2|null",
            "document:1|null",
            "document:2|null");
    assertThat(result.pictures().get(0).bytes()).isEqualTo(png(300, 200, 7));
    assertThat(losses(result)).containsExactly("picture.left-out", "picture.left-out");
    assertThat(result.reading().blocks().get(2).line()).isEqualTo(3);
  }
}
