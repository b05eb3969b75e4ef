package org.yujian.target;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of print and posters; loaded for each, as both are too rare to keep 10 MB in memory. */
final class PrintFont {

  private static final String FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

  /** Printed in place of a character that the font lacks. */
  private static final int UNKNOWN = 0x25a1;

  private static final String CUT = "…";
  private static final float STEP = 0.5f;

  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  record Fitted(float size, List<String> lines) {}

  PrintFont() throws IOException {
    try (InputStream file = PrintFont.class.getResourceAsStream(FILE)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      glyphs = font.getUnicodeCmapLookup();
    }
  }

  /** The font for a PDF, which gets the used glyphs only. */
  PDFont in(PDDocument document) throws IOException {
    return PDType0Font.load(document, font, true);
  }

  float width(String text, float size) throws IOException {
    float units = 0;
    for (int c : text.codePoints().toArray()) {
      units += font.getAdvanceWidth(glyphs.getGlyphId(c));
    }
    return units / font.getUnitsPerEm() * size;
  }

  /**
   * The outlines of a line of text that starts at this point of its base line; y grows downward.
   */
  GeneralPath outline(String text, float size, float x, float base) throws IOException {
    GeneralPath line = new GeneralPath();
    float scale = size / font.getUnitsPerEm();
    float left = x;
    for (int c : text.codePoints().toArray()) {
      int id = glyphs.getGlyphId(c);
      GlyphData glyph = font.getGlyph().getGlyph(id);
      if (glyph != null) {
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, left, base);
        line.append(glyph.getPath().getPathIterator(place), false);
      }
      left += font.getAdvanceWidth(id) * scale;
    }
    return line;
  }

  /** The largest size at which the text fits; at the smallest size a longer text is cut. */
  Fitted fit(PrintText text, float width) throws IOException {
    Fitted whole = whole(text, width);
    if (whole != null) {
      return whole;
    }
    List<String> lines = wrap(printable(text.words()), text.smallest(), width);
    List<String> kept = new ArrayList<>(lines.subList(0, text.lines()));
    kept.set(text.lines() - 1, cut(kept.get(text.lines() - 1), text.smallest(), width));
    return new Fitted(text.smallest(), kept);
  }

  /** Like {@link #fit}, but null where the text would be cut. */
  Fitted whole(PrintText text, float width) throws IOException {
    String words = printable(text.words());
    for (float size = text.largest(); ; size = Math.max(size - STEP, text.smallest())) {
      List<String> lines = wrap(words, size, width);
      if (lines.size() <= text.lines()) {
        return new Fitted(size, lines);
      }
      if (size <= text.smallest()) {
        return null;
      }
    }
  }

  /** Breaks between any two characters, as Chinese allows, but not within a Latin word. */
  private List<String> wrap(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (width(rest, size) > width) {
      int end = rest.offsetByCodePoints(0, 1);
      while (width(rest.substring(0, rest.offsetByCodePoints(end, 1)), size) <= width) {
        end = rest.offsetByCodePoints(end, 1);
      }
      int space = rest.lastIndexOf(' ', end);
      boolean inWord = isLatin(rest.charAt(end)) && isLatin(rest.charAt(end - 1));
      end = inWord && space > 0 ? space : end;
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  private String cut(String line, float size, float width) throws IOException {
    String kept = line;
    while (width(kept + CUT, size) > width) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + CUT;
  }

  /** Text that the font can render; drops invisible characters. */
  String printable(String text) throws IOException {
    StringBuilder shown = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      if (glyphs.getGlyphId(c) > 0) {
        shown.appendCodePoint(c);
      } else if (Character.isSpaceChar(c)) {
        shown.append(' ');
      } else if (!isInvisible(c)) {
        shown.appendCodePoint(UNKNOWN);
      }
    }
    return shown.toString();
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || type == Character.NON_SPACING_MARK;
  }
}
