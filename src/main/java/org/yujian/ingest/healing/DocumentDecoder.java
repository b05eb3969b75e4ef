package org.yujian.ingest.healing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.yujian.shared.text.Glyph;

/**
 * Rule 1, first half: decodes bytes to text. UTF-8 with or without BOM, UTF-16 with BOM, otherwise
 * GB18030, each strictly: an invalid byte refuses the document instead of becoming a wrong
 * character.
 */
public final class DocumentDecoder {

  /** The text without BOM, and the charset's name for the report. */
  public record Decoded(String text, String charset) {}

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Start of PDF, ZIP (docx, epub), PNG, JPEG, GIF, OLE (doc), gzip, RIFF, RAR, 7z, TIFF, RTF. */
  private static final List<byte[]> BINARY =
      List.of(
              "255044462d",
              "504b0304",
              "504b0506",
              "89504e47",
              "ffd8ff",
              "47494638",
              "d0cf11e0",
              "1f8b08",
              "52494646",
              "526172211a",
              "377abcaf",
              "49492a00",
              "4d4d002a",
              "7b5c727466")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  /** Intact multi-byte characters per broken sequence that make a text damaged UTF-8. */
  private static final int WHOLE_PER_BROKEN = 2;

  private DocumentDecoder() {}

  public static Decoded decode(byte[] bytes) {
    if (BINARY.stream().anyMatch(signature -> startsWith(bytes, signature))) {
      throw new DocumentRefused(
          DocumentRefused.UNSUPPORTED, "The file is not plain text or Markdown.");
    }
    Decoded decoded = byMark(bytes);
    if (decoded.text().indexOf('\0') >= 0) {
      throw new DocumentRefused(DocumentRefused.DAMAGED, "The text holds NUL characters.");
    }
    if (decoded.text().codePoints().allMatch(Glyph::isBlank)) {
      throw new DocumentRefused(DocumentRefused.EMPTY, "The document holds no text.");
    }
    return decoded;
  }

  private static Decoded byMark(byte[] bytes) {
    if (startsWith(bytes, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
      return strictly(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
      return strictly(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
      return strictly(bytes, 2, StandardCharsets.UTF_16BE);
    }
    try {
      return new Decoded(read(bytes, 0, StandardCharsets.UTF_8), "UTF-8");
    } catch (CharacterCodingException notUtf8) {
      if (isDamagedUtf8(bytes)) {
        throw damaged(StandardCharsets.UTF_8);
      }
      return strictly(bytes, 0, GB18030);
    }
  }

  private static Decoded strictly(byte[] bytes, int from, Charset charset) {
    try {
      return new Decoded(read(bytes, from, charset), charset.name());
    } catch (CharacterCodingException broken) {
      throw damaged(charset);
    }
  }

  private static DocumentRefused damaged(Charset charset) {
    return new DocumentRefused(
        DocumentRefused.DAMAGED, "The bytes are not whole " + charset.name() + " text.");
  }

  private static String read(byte[] bytes, int from, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
        .toString();
  }

  /** GB18030 decodes many damaged UTF-8 texts without an error, but to wrong characters. */
  private static boolean isDamagedUtf8(byte[] bytes) {
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    long broken = lenient.chars().filter(character -> character == '\uFFFD').count();
    long whole = lenient.chars().filter(character -> character > 0x7FF).count() - broken;
    return whole >= broken * WHOLE_PER_BROKEN;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
