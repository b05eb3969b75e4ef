package org.yujian.target;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** A PDF of one page, drawn in millimeters from its upper left corner. */
final class PrintPage implements AutoCloseable {

  static final Color INK = new Color(0x23252a);
  static final Color SOFT = new Color(0x62656c);
  static final Color ACCENT = new Color(0x96341f);

  private static final float POINTS = 72 / 25.4f;
  private static final float HAIRLINE = 0.3f;
  private static final float LINE_HEIGHT = 1.35f;

  /** Distance of a Bézier curve's control points, in radii, for a quarter circle. */
  private static final float ROUND = 0.5523f;

  private final PDDocument document = new PDDocument();
  private final PDRectangle format;
  private final PrintFont font;
  private final PDFont face;
  private final PDPageContentStream pen;

  /** Center, first baseline and available width of a text. */
  record Line(float middle, float base, float width) {}

  PrintPage(PDRectangle format, String title) throws IOException {
    this.format = format;
    font = new PrintFont();
    face = font.in(document);
    PDPage page = new PDPage(format);
    document.addPage(page);
    document.getDocumentInformation().setTitle(title);
    pen = new PDPageContentStream(document, page);
  }

  void write(PrintText text, Line line) throws IOException {
    PrintFont.Fitted fitted = font.fit(text, line.width() * POINTS);
    float base = y(line.base());
    pen.setNonStrokingColor(text.color());
    for (String part : fitted.lines()) {
      pen.beginText();
      pen.setFont(face, fitted.size());
      pen.newLineAtOffset(line.middle() * POINTS - font.width(part, fitted.size()) / 2, base);
      pen.showText(part);
      pen.endText();
      base -= fitted.size() * LINE_HEIGHT;
    }
  }

  /** Draws the code as a single path, which leaves no visible seams between its rows. */
  void code(QrCode code, float left, float top, float side) throws IOException {
    float module = side * POINTS / code.width();
    pen.saveGraphicsState();
    pen.transform(new Matrix(module, 0, 0, -module, left * POINTS, y(top)));
    pen.setNonStrokingColor(Color.BLACK);
    for (QrCode.Run run : code.runs()) {
      pen.addRect(run.x(), run.y(), run.length(), 1);
    }
    pen.fill();
    pen.restoreGraphicsState();
  }

  void disc(float middle, float height, float radius) throws IOException {
    float x = middle * POINTS;
    float y = y(height);
    float r = radius * POINTS;
    float k = r * ROUND;
    pen.setNonStrokingColor(ACCENT);
    pen.moveTo(x + r, y);
    pen.curveTo(x + r, y + k, x + k, y + r, x, y + r);
    pen.curveTo(x - k, y + r, x - r, y + k, x - r, y);
    pen.curveTo(x - r, y - k, x - k, y - r, x, y - r);
    pen.curveTo(x + k, y - r, x + r, y - k, x + r, y);
    pen.fill();
  }

  void cut(float fromX, float fromY, float toX, float toY) throws IOException {
    pen.setStrokingColor(SOFT);
    pen.setLineWidth(HAIRLINE);
    pen.setLineDashPattern(new float[] {2, 3}, 0);
    pen.moveTo(fromX * POINTS, y(fromY));
    pen.lineTo(toX * POINTS, y(toY));
    pen.stroke();
  }

  private float y(float fromTop) {
    return format.getHeight() - fromTop * POINTS;
  }

  byte[] finish() throws IOException {
    pen.close();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
