package org.yujian.target;

import static org.yujian.target.PrintPage.ACCENT;
import static org.yujian.target.PrintPage.INK;
import static org.yujian.target.PrintPage.SOFT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import org.yujian.media.Picture;
import org.yujian.media.PictureLibrary;

/**
 * Draws posters of 1080 pixels width that people share in messengers. One at a time on each node,
 * because each loads a font of 10 MB; call it outside of transactions.
 */
@ApplicationScoped
public class SharePosters {

  static final int WIDTH = 1080;

  private static final int MARGIN = 80;
  private static final int INNER = WIDTH - 2 * MARGIN;
  private static final int COVER_HEIGHT = 460;
  private static final int FACE = 72;
  private static final int SMALL_CODE = 300;
  private static final int LARGE_CODE = 620;
  private static final Color RULE = new Color(0xe5e1d9);

  /** Reads the file at an address of a picture; empty for one of another server. */
  private final Function<String, Optional<byte[]>> files;

  @Inject
  SharePosters(PictureLibrary pictures) {
    this(pictures::file);
  }

  SharePosters(Function<String, Optional<byte[]>> files) {
    this.files = files;
  }

  public byte[] png(SharePoster poster) {
    try {
      return drawn(poster).png();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  public byte[] svg(SharePoster poster) {
    return drawn(poster).svg();
  }

  private synchronized PosterSheet drawn(SharePoster poster) {
    try {
      PosterSheet sheet = new PosterSheet(WIDTH, poster.title(), new PrintFont());
      float y = cover(sheet, poster);
      if (poster.account() != null) {
        y = owner(sheet, poster, y);
      } else {
        y = face(sheet, poster, WIDTH / 2f, y, 2 * FACE) + 16;
      }
      boolean article = poster.account() != null;
      y = title(sheet, poster, y, article);
      sheet.end(article ? codeBeside(sheet, poster, y) : codeBelow(sheet, poster, y));
      return sheet;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private float cover(PosterSheet sheet, SharePoster poster) {
    Picture picture = poster.cover();
    Optional<byte[]> cover = picture == null ? Optional.empty() : files.apply(widest(picture));
    cover.ifPresent(
        jpeg -> sheet.photo(jpeg, new Rectangle2D.Float(0, 0, WIDTH, COVER_HEIGHT), false));
    if (cover.isEmpty()) {
      sheet.fill(new Rectangle2D.Float(0, 0, WIDTH, 12), ACCENT);
    }
    return cover.isPresent() ? COVER_HEIGHT + 56 : 88;
  }

  /** The wide cover where it is wide enough, or else the whole picture, whose middle is shown. */
  private static String widest(Picture picture) {
    boolean wide =
        picture.covers() != null
            && picture.covers().widths().stream().anyMatch(width -> width >= WIDTH);
    return wide ? picture.wideAt(WIDTH) : picture.at(WIDTH);
  }

  private float owner(PosterSheet sheet, SharePoster poster, float y) throws IOException {
    face(sheet, poster, MARGIN + FACE / 2f, y, FACE);
    int left = MARGIN + FACE + 24;
    sheet.write(
        PrintText.line(poster.account(), 34, 24, SOFT), left, y + 48, WIDTH - MARGIN - left, 0);
    return y + FACE + 32;
  }

  private float face(PosterSheet sheet, SharePoster poster, float middle, float top, int size)
      throws IOException {
    Rectangle2D.Float place = new Rectangle2D.Float(middle - size / 2f, top, size, size);
    Picture picture = poster.avatar();
    Optional<byte[]> avatar =
        picture == null ? Optional.empty() : files.apply(picture.at(2 * size));
    if (avatar.isPresent()) {
      sheet.photo(avatar.get(), place, true);
    } else {
      sheet.fill(new Ellipse2D.Float(place.x, place.y, size, size), ACCENT);
      float letter = size / 2f;
      PrintText initial = PrintText.line(poster.initial(), letter, letter, Color.WHITE);
      sheet.centered(initial, middle, top + size * 0.68f, size);
    }
    return top + size;
  }

  private float title(PosterSheet sheet, SharePoster poster, float top, boolean article)
      throws IOException {
    PrintText title =
        sheet.tight(new PrintText(poster.title(), 64, 40, article ? 4 : 2, INK), INNER);
    float y = top + 72;
    y =
        article
            ? sheet.write(title, MARGIN, y, INNER, 0.8f)
            : sheet.centered(title, WIDTH / 2f, y, INNER);
    if (poster.text() != null) {
      PrintText text = new PrintText(poster.text(), 34, 34, article ? 5 : 3, SOFT);
      y += 4;
      y =
          article
              ? sheet.write(text, MARGIN, y, INNER, 0)
              : sheet.centered(text, WIDTH / 2f, y, INNER);
    }
    return y;
  }

  private static float codeBeside(PosterSheet sheet, SharePoster poster, float top)
      throws IOException {
    float y = top + 8;
    sheet.fill(new Rectangle2D.Float(MARGIN, y, INNER, 2), RULE);
    y += 48;
    float side = code(sheet, poster, WIDTH - MARGIN, y, SMALL_CODE, false);
    float width = INNER - side - 48;
    float next =
        sheet.write(
            PrintText.lines(poster.line(), 40, 28, INK), MARGIN, y + side / 2 - 12, width, 0.4f);
    sheet.write(PrintText.lines(host(poster.link()), 26, 20, SOFT), MARGIN, next, width, 0);
    return y + side + MARGIN;
  }

  private static float codeBelow(PosterSheet sheet, SharePoster poster, float top)
      throws IOException {
    float side = code(sheet, poster, WIDTH / 2f, top, LARGE_CODE, true);
    float y = top + side + 72;
    y = sheet.centered(PrintText.lines(poster.line(), 44, 28, INK), WIDTH / 2f, y, INNER);
    y = sheet.centered(PrintText.line(poster.link(), 26, 18, SOFT), WIDTH / 2f, y, INNER);
    return y + 24;
  }

  /** Modules of whole pixels on white; returns the length of a side. */
  private static float code(
      PosterSheet sheet, SharePoster poster, float x, float y, int most, boolean centered) {
    QrCode code = QrCode.of(poster.link());
    int module = Math.max(1, most / code.width());
    int side = module * code.width();
    int left = Math.round(centered ? x - side / 2f : x - side);
    int top = Math.round(y);
    Path2D.Float modules = new Path2D.Float();
    for (QrCode.Run run : code.runs()) {
      modules.append(
          new Rectangle2D.Float(
              left + run.x() * module, top + run.y() * module, run.length() * module, module),
          false);
    }
    sheet.fill(new Rectangle2D.Float(left, top, side, side), Color.WHITE);
    sheet.fill(modules, Color.BLACK);
    return top + side - y;
  }

  private static String host(String link) {
    return link.replaceFirst("^https?://", "").replaceFirst("/.*", "");
  }
}
