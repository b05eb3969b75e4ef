package org.yujian.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.yujian.shared.text.Glyph;

/**
 * Decodes the bytes of a document to text: UTF-8 with or without BOM, UTF-16 with BOM, otherwise
 * GB18030, each strictly: an invalid byte refuses the document instead of becoming a wrong
 * character.
 */
public final class DocumentDecoder {

  /** The text without BOM, and the charset's name for the report. */
  public record Decoded(String text, String charset) {}

  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final String OLE = "d0cf11e0a1b11ae1";

  private static final String SAVE = " Open it in its program and save it as .docx.";

  /** First bytes of files that are no text, with what to tell about them. */
  private static final Map<String, String> BINARY =
      Map.ofEntries(
          Map.entry("255044462d", "The file is a PDF."),
          Map.entry("d0cf11e0", "The file is a file of an old office program." + SAVE),
          Map.entry("dba52d00", "The file is a Word file from before 1994." + SAVE),
          Map.entry("7b5c727466", "The file is RTF." + SAVE),
          Map.entry("504b0304", "The file is a ZIP archive."),
          Map.entry("504b0506", "The file is an empty ZIP archive."),
          Map.entry("89504e47", "The file is a picture (PNG)."),
          Map.entry("ffd8ff", "The file is a picture (JPEG)."),
          Map.entry("47494638", "The file is a picture (GIF)."),
          Map.entry("52494646", "The file is a picture or a recording (RIFF)."),
          Map.entry("49492a00", "The file is a picture (TIFF)."),
          Map.entry("4d4d002a", "The file is a picture (TIFF)."),
          Map.entry("1f8b08", "The file is an archive (gzip)."),
          Map.entry("526172211a", "The file is an archive (RAR)."),
          Map.entry("377abcaf", "The file is an archive (7z)."));

  /** Intact multi-byte characters per broken sequence that make a text damaged UTF-8. */
  private static final int WHOLE_PER_BROKEN = 2;

  private DocumentDecoder() {}

  public static Decoded decode(byte[] bytes) {
    refuseBinary(bytes);
    Decoded decoded = byMark(bytes);
    if (decoded.text().indexOf('\0') >= 0) {
      throw new DocumentRefused(DocumentRefused.DAMAGED, "The text holds NUL characters.");
    }
    if (decoded.text().codePoints().allMatch(Glyph::isBlank)) {
      throw new DocumentRefused(DocumentRefused.EMPTY, "The document holds no text.");
    }
    return decoded;
  }

  /** Refuses the known formats of other files and says what to do. */
  static void refuseBinary(byte[] bytes) {
    BINARY.forEach(
        (start, reason) -> {
          if (startsWith(bytes, HexFormat.of().parseHex(start))) {
            throw new DocumentRefused(DocumentRefused.UNSUPPORTED, reason);
          }
        });
  }

  /** True if the file is a container of old office programs (OLE2). */
  public static boolean isOle(byte[] bytes) {
    return startsWith(bytes, HexFormat.of().parseHex(OLE));
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

  static Decoded strictly(byte[] bytes, int from, Charset charset) {
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
