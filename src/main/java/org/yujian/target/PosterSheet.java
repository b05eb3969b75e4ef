package org.yujian.target;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photos and filled shapes in pixels from the upper left corner, to be written in two formats. */
final class PosterSheet {

  static final Color PAPER = new Color(0xfdfcfa);

  private static final float LINE_HEIGHT = 1.4f;
  private static final float TIGHT = 0.85f;

  private final int width;
  private final String title;
  private final PrintFont font;
  private final List<Photo> photos = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private int height;

  record Photo(byte[] jpeg, Rectangle2D.Float place, boolean round) {

    Shape shape() {
      return round ? new Ellipse2D.Float(place.x, place.y, place.width, place.height) : place;
    }
  }

  /**
   * @param outline width of an outline that makes text bolder; 0 for none
   */
  record Fill(Shape shape, Color color, float outline) {}

  PosterSheet(int width, String title, PrintFont font) {
    this.width = width;
    this.title = title;
    this.font = font;
  }

  void photo(byte[] jpeg, Rectangle2D.Float place, boolean round) {
    photos.add(new Photo(jpeg, place, round));
  }

  void fill(Shape shape, Color color) {
    fills.add(new Fill(shape, color, 0));
  }

  /**
   * Writes from the left edge {@code x}; {@code base} is the first base line.
   *
   * @param bold width of the outline in pixels, because there is one weight of the font only
   * @return base line for what follows
   */
  float write(PrintText text, float x, float base, float room, float bold) throws IOException {
    PrintFont.Fitted fitted = font.fit(text, room);
    float y = base;
    for (String line : fitted.lines()) {
      fills.add(new Fill(font.outline(line, fitted.size(), x, y), text.color(), bold));
      y += fitted.size() * LINE_HEIGHT;
    }
    return y;
  }

  /** The same text on one line less, if it fits there in a size that is a little smaller. */
  PrintText tight(PrintText text, float room) throws IOException {
    int lines = font.fit(text, room).lines().size();
    float smaller = text.largest() * TIGHT;
    PrintText shorter =
        new PrintText(text.words(), text.largest(), smaller, lines - 1, text.color());
    return lines > 1 && font.whole(shorter, room) != null ? shorter : text;
  }

  float centered(PrintText text, float middle, float base, float room) throws IOException {
    PrintFont.Fitted fitted = font.fit(text, room);
    float y = base;
    for (String line : fitted.lines()) {
      float x = middle - font.width(line, fitted.size()) / 2;
      GeneralPath outline = font.outline(line, fitted.size(), x, y);
      fills.add(new Fill(outline, text.color(), 0));
      y += fitted.size() * LINE_HEIGHT;
    }
    return y;
  }

  void end(float bottom) {
    height = Math.round(bottom);
  }

  byte[] svg() {
    return new PosterSvg(width, height, title).write(photos, fills);
  }

  byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, width, height);
    for (Photo photo : photos) {
      BufferedImage scaled = scaled(photo);
      pen.setPaint(new TexturePaint(scaled, photo.place()));
      pen.fill(photo.shape());
    }
    for (Fill fill : fills) {
      pen.setColor(fill.color());
      pen.fill(fill.shape());
      if (fill.outline() > 0) {
        pen.setStroke(new BasicStroke(fill.outline()));
        pen.draw(fill.shape());
      }
    }
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  /** The middle of a picture, as large as its place. */
  private static BufferedImage scaled(Photo photo) throws IOException {
    BufferedImage whole =
        ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(photo.jpeg())));
    int toWidth = Math.round(photo.place().width);
    int toHeight = Math.round(photo.place().height);
    double scale =
        Math.max((double) toWidth / whole.getWidth(), (double) toHeight / whole.getHeight());
    int fromWidth = (int) Math.min(whole.getWidth(), Math.round(toWidth / scale));
    int fromHeight = (int) Math.min(whole.getHeight(), Math.round(toHeight / scale));
    int left = (whole.getWidth() - fromWidth) / 2;
    int top = (whole.getHeight() - fromHeight) / 2;
    BufferedImage scaled = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(
        whole, 0, 0, toWidth, toHeight, left, top, left + fromWidth, top + fromHeight, null);
    pen.dispose();
    return scaled;
  }
}
