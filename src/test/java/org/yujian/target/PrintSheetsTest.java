package org.yujian.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintSheetsTest {

  private static final String LINK = "https://yujian.example.org/f/T3xV-_9aQkmWc0Zb7LrYpA";
  private static final int MOST_BYTES = 200_000;
  private static final float DPI = 150;

  private final PrintSheets sheets = new PrintSheets();

  private static PrintedCode printed(String name) {
    return new PrintedCode(name, LINK, "东门公告栏", "gate-east");
  }

  private static String line(String name) {
    return "扫描二维码 关注“" + name + "”";
  }

  @Test
  void theSheetHoldsTwelveLabelsThatScannersRead() throws Exception {
    byte[] pdf = sheets.labels(printed("豫见社区"), line("豫见社区"));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertOnePage(document, PDRectangle.A4);
      String text = new PDFTextStripper().getText(document);
      assertThat(text.split("豫见社区", -1)).hasSize(1 + 12 * 2);
      assertThat(text).contains("扫描二维码", "东门公告栏 · gate-east");
      assertThat(decoded(document, 3, 4)).hasSize(12).containsOnly(LINK);
    }
    assertThat(pdf).hasSizeLessThan(MOST_BYTES);
  }

  @Test
  void thePosterNamesTheAccountAndItsCodeIsRead() throws Exception {
    byte[] pdf = sheets.poster(printed("豫见社区"), line("豫见社区"));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertOnePage(document, PDRectangle.A5);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("豫见社区");
      assertThat(new PDFTextStripper().getText(document)).contains("豫见社区", "关注", LINK);
      assertThat(decoded(document, 1, 1)).containsExactly(LINK);
    }
    assertThat(pdf).hasSizeLessThan(MOST_BYTES);
  }

  /** Emoji, a Han character of plane 3, Tibetan, controls of direction, and what is too long. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "社区😀之声",
        "\ud880\udc00村",
        "བོད་ཡིག",
        "e\u0301cole\u200d\ufe0f",
        "\ud83d",
        "😀",
        "清河路街道办事处便民服务中心清河路街道办事处便民服务中心清河路街道办事处便民服务中心清河路街道办事处便民服务中心清河路街道办事处",
        "An office whose name goes on for longer than one line of any poster",
        "x",
      })
  void everyNameGivesADocument(String name) throws Exception {
    try (PDDocument poster = Loader.loadPDF(sheets.poster(printed(name), line(name)))) {
      assertOnePage(poster, PDRectangle.A5);
      assertThat(decoded(poster, 1, 1)).containsExactly(LINK);
    }
    try (PDDocument labels = Loader.loadPDF(sheets.labels(printed(name), line(name)))) {
      assertOnePage(labels, PDRectangle.A4);
    }
  }

  @Test
  void whatTheFontLacksIsSeenAsABox() throws IOException {
    try (PDDocument document = Loader.loadPDF(sheets.poster(printed("社区😀之声"), "关注"))) {
      assertThat(new PDFTextStripper().getText(document)).contains("社区□之声");
    }
  }

  private static void assertOnePage(PDDocument document, PDRectangle format) throws IOException {
    assertThat(document.getNumberOfPages()).isOne();
    PDPage page = document.getPage(0);
    assertThat(page.getMediaBox().toString()).isEqualTo(format.toString());
    int fonts = 0;
    for (COSName name : page.getResources().getFontNames()) {
      PDFont font = page.getResources().getFont(name);
      assertThat(font.isEmbedded()).isTrue();
      assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
      fonts++;
    }
    assertThat(fonts).isOne();
  }

  /** Each part of the page by itself: the reader is no good at many codes in one picture. */
  private static List<String> decoded(PDDocument document, int columns, int rows)
      throws IOException, ReaderException {
    BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
    int width = picture.getWidth() / columns;
    int height = picture.getHeight() / rows;
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < columns * rows; i++) {
      int left = i % columns * width;
      int top = i / columns * height;
      int[] pixels = picture.getRGB(left, top, width, height, null, 0, width);
      BinaryBitmap bits =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      texts.add(new QRCodeReader().decode(bits).getText());
    }
    return texts;
  }
}
