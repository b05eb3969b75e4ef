package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that is no document for readers is told by name, media type or content. */
class OtherFormatTest {

  private static String format(String name, String type, byte[] bytes) {
    ImportRequest request =
        new ImportRequest(name, type, bytes, null, List.of(), false, false, List.of());
    return OtherFormat.of(request).map(OtherFormat::label).orElse("none");
  }

  private static String format(String name, String type, String text) {
    return format(name, type, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "a.html, none",
    "A.HTM, none",
    "a.b.xhtml, none",
    "a.mhtml, HTML in another form",
    "a.json, JSON",
    "a.ndjson, JSON",
    "a.xml, XML",
    "a.svg, XML",
    "a.txt, none",
    "a.md, none",
    "html, none",
    "a.html.txt, none"
  })
  void byName(String name, String label) {
    assertThat(format(name, "application/octet-stream", "正文。")).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, HTML in another form",
    "text/html; charset=utf-8, HTML in another form",
    "application/xhtml+xml, HTML in another form",
    "application/json, JSON",
    "application/vnd.api+json, JSON",
    "TEXT/XML, XML",
    "application/xml, XML",
    "image/svg+xml, XML",
    "text/plain, none",
    "text/markdown, none",
    "application/octet-stream, none"
  })
  void byType(String type, String label) {
    assertThat(format("a.txt", type, "正文。")).isEqualTo(label);
  }

  @Test
  void byContent() {
    assertThat(format("a.txt", null, "\uFEFF \n<!DOCTYPE html>\n<p>正文。")).isEqualTo("none");
    assertThat(format("a.md", "text/html", "<html lang=zh><p>正文。")).isEqualTo("none");
    assertThat(format("a.txt", "application/zip", new byte[] {'P', 'K', 3, 4})).isEqualTo("none");
    assertThat(format("a.txt", null, "<?xml version=\"1.0\"?><a/>")).isEqualTo("XML");
    assertThat(format("a.txt", null, " {\"a\": [1, \"正文。\"]}\n")).isEqualTo("JSON");
    assertThat(format("a.txt", null, "[{\"a\": 1}, 2]")).isEqualTo("JSON");
    byte[] gb = "<!doctype html><p>正文。".getBytes(Charset.forName("GB18030"));
    assertThat(format("a.txt", "text/html", gb)).isEqualTo("none");
  }

  @Test
  void aTextThatOnlyBeginsLikeOneIsText() {
    for (String text :
        List.of(
            "[图片]\n正文。",
            "[1] 正文。",
            "{正文}",
            "{\"a\": 1} 正文。",
            "<p>正文。</p>",
            "<htmlx>",
            "“<html>”是标签。",
            "{",
            "[",
            "[[[[[[")) {
      assertThat(format("a.txt", "text/plain", text)).as(text).isEqualTo("none");
    }
    assertThat(format("a.txt", null, "[".repeat(200_000))).isEqualTo("none");
    assertThat(format("a.txt", null, new byte[] {0x25, 0x50, 0x44, 0x46, 0x2d})).isEqualTo("none");
  }
}
