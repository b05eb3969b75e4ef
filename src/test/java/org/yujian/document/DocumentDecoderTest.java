package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 1: bytes to text, or a refusal. */
class DocumentDecoderTest {

  private static final String TEXT = "# 豫园\n街道㐀𠮷〇 Aé。";

  @ParameterizedTest
  @CsvSource({
    "UTF-8,false,UTF-8",
    "UTF-8,true,UTF-8",
    "UTF-16LE,true,UTF-16LE",
    "UTF-16BE,true,UTF-16BE",
    "GB18030,false,GB18030"
  })
  void everyEncodingIsRead(String charset, boolean marked, String name) {
    byte[] bytes = ((marked ? "\uFEFF" : "") + TEXT).getBytes(Charset.forName(charset));
    assertThat(DocumentDecoder.decode(bytes)).isEqualTo(new DocumentDecoder.Decoded(TEXT, name));
  }

  @Test
  void aBrokenByteIsDamage() {
    byte[] bytes = TEXT.repeat(20).getBytes(StandardCharsets.UTF_8);
    bytes[100] = (byte) 0xFF;
    assertRefused(bytes, "document-damaged");
    assertRefused(
        Arrays.copyOf(TEXT.repeat(3).getBytes(StandardCharsets.UTF_8), 24), "document-damaged");
    assertRefused(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x41}, "document-damaged");
    assertRefused("甲\0乙".getBytes(StandardCharsets.UTF_8), "document-damaged");
    assertRefused(
        new byte[] {(byte) 0xC4, (byte) 0xE3, (byte) 0xFF, (byte) 0xFF}, "document-damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", " \n\t\u3000\u00A0\r\n"})
  void nothingButWhiteSpaceIsEmpty(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), "document-empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "255044462d312e37",
        "504b030414000600",
        "89504e470d0a1a0a",
        "ffd8ffe000104a46",
        "d0cf11e0a1b11ae1"
      })
  void otherFilesAreUnsupported(String hex) {
    assertRefused(HexFormat.of().parseHex(hex), "unsupported-document");
  }

  private static void assertRefused(byte[] bytes, String code) {
    assertThatThrownBy(() -> DocumentDecoder.decode(bytes))
        .isInstanceOfSatisfying(
            DocumentRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
