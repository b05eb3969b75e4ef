package org.yujian.target;

import static org.yujian.target.PrintPage.INK;
import static org.yujian.target.PrintPage.SOFT;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.yujian.target.PrintPage.Line;

/**
 * Draws PDFs of a placement in memory; called by {@link PlacementPrintResource}. One at a time on
 * each node, because each loads a font of 10 MB. Lengths are in millimeters.
 */
@ApplicationScoped
class PrintSheets {

  private static final int COLUMNS = 3;
  private static final int ROWS = 4;
  private static final float MARGIN = 9;
  private static final float LABEL_WIDTH = 64;
  private static final float LABEL_HEIGHT = 69.75f;

  private static final float POSTER_MIDDLE = 74;

  /** A4 sheet of twelve labels to cut out. */
  synchronized byte[] labels(PrintedCode printed, String line) {
    QrCode code = QrCode.of(printed.link());
    try (PrintPage page = new PrintPage(PDRectangle.A4, printed.name())) {
      for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          float left = MARGIN + column * LABEL_WIDTH;
          float top = MARGIN + row * LABEL_HEIGHT;
          label(page, left, top, code);
          words(page, left + LABEL_WIDTH / 2, top, printed, line);
        }
      }
      cuts(page);
      return page.finish();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void label(PrintPage page, float left, float top, QrCode code) throws IOException {
    float side = 46;
    page.code(code, left + (LABEL_WIDTH - side) / 2, top + 10.5f, side);
  }

  private static void words(
      PrintPage page, float middle, float top, PrintedCode printed, String line)
      throws IOException {
    float width = LABEL_WIDTH - 6;
    page.write(PrintText.line(printed.name(), 13, 6, INK), new Line(middle, top + 10, width));
    page.write(PrintText.line(line, 9, 5, INK), new Line(middle, top + 60.5f, width));
    String small = printed.label() + " · " + printed.scene();
    page.write(PrintText.line(small, 6, 4.5f, SOFT), new Line(middle, top + 65, width));
  }

  private static void cuts(PrintPage page) throws IOException {
    float right = MARGIN + COLUMNS * LABEL_WIDTH;
    float bottom = MARGIN + ROWS * LABEL_HEIGHT;
    for (int column = 0; column <= COLUMNS; column++) {
      float x = MARGIN + column * LABEL_WIDTH;
      page.cut(x, MARGIN, x, bottom);
    }
    for (int row = 0; row <= ROWS; row++) {
      float y = MARGIN + row * LABEL_HEIGHT;
      page.cut(MARGIN, y, right, y);
    }
  }

  /** A5 poster. The first character of the account's name stands in for a picture. */
  synchronized byte[] poster(PrintedCode printed, String line) {
    try (PrintPage page = new PrintPage(PDRectangle.A5, printed.name())) {
      page.disc(POSTER_MIDDLE, 30, 15);
      String initial = Character.toString(printed.name().codePointAt(0));
      page.write(PrintText.line(initial, 40, 40, Color.WHITE), new Line(POSTER_MIDDLE, 35, 30));
      page.write(PrintText.lines(printed.name(), 30, 12, INK), new Line(POSTER_MIDDLE, 60, 128));
      page.code(QrCode.of(printed.link()), 26, 75, 96);
      page.write(PrintText.lines(line, 20, 11, INK), new Line(POSTER_MIDDLE, 181, 128));
      page.write(PrintText.line(printed.link(), 8, 5, SOFT), new Line(POSTER_MIDDLE, 202, 128));
      return page.finish();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
