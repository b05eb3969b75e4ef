package org.yujian.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** The program on a machine that has no UTF-8 locale, or none at all: all texts are as ever. */
class LocaleIT {
  private static final String PUBLIC = "https://yujian.example.org";

  private static final String DOCUMENT =
      """
      扫描二维码 关注“梧桐街道”

      # 梧桐路夜间施工提示

      为更新路灯，梧桐路（东段）将于本周六晚十点起封闭半幅路面，请沿线居民提前

      安排出行。
      """;

  private Program program;

  @AfterEach
  void end() {
    if (program != null) {
      program.close();
    }
  }

  private static Map<String, String> environment(String locale) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    if (!locale.isEmpty()) {
      environment.put("LC_ALL", locale);
    }
    return environment;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C"})
  void chineseGoesInAndComesOut(String locale) throws Exception {
    Path folder = Folders.empty("locale-" + locale);
    Path settings =
        Files.writeString(
            folder.resolve("settings.properties"), "quarkus.log.console.format=豫见 %m%n");
    program =
        Program.launch(
                folder.resolve("data"),
                environment(locale),
                "yujian.public-url=" + PUBLIC,
                "quarkus.config.locations=" + settings.toUri(),
                "quarkus.log.level=DEBUG")
            .ready();
    assertThat(program.lines()).anyMatch(line -> line.startsWith("豫见 "));

    ImportClient client = new ImportClient(program);
    JsonNode report =
        ImportClient.json(client.post("夜间施工.txt", DOCUMENT.getBytes(UTF_8), true, "通知"));
    assertThat(report.at("/file/name").asText()).isEqualTo("夜间施工.txt");
    String article = report.at("/articles/0/articleId").asText();
    JsonNode read = ImportClient.json(client.get("/v1/articles/" + article + "?body=text"));
    assertThat(read.path("title").asText()).isEqualTo("梧桐路夜间施工提示");
    assertThat(read.path("text").asText()).contains("请沿线居民提前安排出行。");
    assertThat(read.at("/tags/0").asText()).isEqualTo("tong-zhi");
    assertThat(new String(client.bytes("/a/" + article), UTF_8))
        .contains("<title>梧桐路夜间施工提示")
        .contains("关注");
    printed(client, report.path("accountId").asText());
  }

  private void printed(ImportClient client, String account) throws Exception {
    JsonNode target =
        ImportClient.json(client.get("/v1/follow-targets?account=" + account)).at("/items/0");
    BufferedImage code =
        ImageIO.read(new ByteArrayInputStream(client.bytes(target.at("/qr/png").asText())));
    String link = decoded(code);
    assertThat(link).startsWith(PUBLIC + "/f/");
    String landing = link.substring(PUBLIC.length());
    assertThat(new String(client.bytes(landing), UTF_8)).contains("梧桐街道");

    String placements = "/v1/desk/follow-targets/" + target.path("id").asText() + "/placements";
    JsonNode placement =
        ImportClient.json(client.post(placements, "{\"label\": \"东门公告栏\", \"medium\": \"print\"}"));
    byte[] poster = client.bytes(placements + "/" + placement.path("id").asText() + "/poster.pdf");
    try (PDDocument pdf = Loader.loadPDF(poster)) {
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("梧桐街道");
      assertThat(new PDFTextStripper().getText(pdf)).contains("扫描二维码", "梧桐街道");
    }
  }

  private static String decoded(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void aFolderThatJavaCannotNameIsRefused() throws IOException {
    Path folder = Folders.empty("locale-folder");
    Path settings =
        Files.writeString(
            folder.resolve("settings.properties"), "the.folder=" + folder + "/\\u6570\\u636e");
    program =
        Program.launch(
            Path.of("${the.folder}"),
            environment("C"),
            "quarkus.config.locations=" + settings.toUri());
    assertThat(program.awaitExit()).isEqualTo(2);
    assertThat(program.lines())
        .hasSize(2)
        .anyMatch(line -> line.contains(folder + "/数据") && line.contains("locale"))
        .anyMatch(line -> line.contains("LC_ALL=C.UTF-8"));
  }
}
