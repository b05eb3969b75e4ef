package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yujian.ingest.healing.CutDocument.Line;
import org.yujian.ingest.healing.CutDocument.Role;
import org.yujian.ingest.healing.GeneratedBlocks.Genre;

/**
 * What an export makes of a clean document: paragraphs, items and labels cut inside their
 * sentences, with blank lines, pictures, captions, follow lines and page furniture between the
 * halves. Scans and PDF text are wrapped at the page's width.
 *
 * <p>A cut right behind a sentence end is never made: the design says that it cannot be seen.
 */
final class GeneratedDocument {

  private static final int CUT_PERCENT = 45;
  private static final String ENDS = "。！？…；：”";

  /** No line begins with these in print. */
  private static final String NOT_FIRST = "，。；：！？、”’）》…%";

  private final Random random;
  private final Genre genre;
  private final List<Line> lines = new ArrayList<>();
  private int page;
  private int boundaries;

  /** How pages end in this document. */
  private final boolean numbered;

  private final boolean headed;

  private GeneratedDocument(Genre genre, Random random) {
    this.random = random;
    this.genre = genre;
    this.page = random.nextInt(8);
    int furniture = random.nextInt(3);
    this.numbered = furniture != 1;
    this.headed = furniture > 0;
  }

  static CutDocument of(Genre genre, long seed) {
    Random random = new Random(seed);
    GeneratedDocument document = new GeneratedDocument(genre, random);
    for (GeneratedBlocks.Block block : GeneratedBlocks.of(genre, random)) {
      document.write(block);
    }
    // A running head that came once only cannot be known.
    boolean once = document.headed && genre == Genre.PDF && document.boundaries == 1;
    return once ? of(genre, seed + 1_000_003) : document.finished(seed);
  }

  private CutDocument finished(long seed) {
    return new CutDocument(genre + " " + seed, lines, null);
  }

  private void write(GeneratedBlocks.Block block) {
    boolean wrapped = genre == Genre.SCAN || genre == Genre.PDF;
    List<String> pieces = wrapped ? wrapped(block.text()) : cut(block);
    for (int i = 0; i < pieces.size(); i++) {
      lines.add(new Line(i == 0 ? Role.BLOCK : Role.HALF, pieces.get(i)));
      if (genre == Genre.PDF && !block.text().startsWith("#") && random.nextInt(9) == 0) {
        pageEnd();
      } else if (i + 1 < pieces.size() && !wrapped) {
        between();
      }
    }
    blanks(wrapped ? 1 : 2);
  }

  private List<String> cut(GeneratedBlocks.Block block) {
    List<String> pieces = new ArrayList<>();
    String text = block.text();
    int from = 0;
    boolean cuts = block.cuttable() && random.nextInt(100) < CUT_PERCENT;
    for (int i = cuts ? 1 + random.nextInt(5) / 4 : 0; i > 0; i--) {
      int at = from + 1 + random.nextInt(Math.max(1, text.length() - from - 1));
      if (isCut(text, from, at)) {
        pieces.add(text.substring(from, at));
        from = at;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /** A cut that an export makes and that can be seen. */
  private static boolean isCut(String text, int from, int at) {
    return at - from > 1
        && at < text.length()
        && ENDS.indexOf(text.charAt(at - 1)) < 0
        && NOT_FIRST.indexOf(text.charAt(at)) < 0
        && text.charAt(at) != ' '
        && at > markerEnd(text) + 1;
  }

  /** Behind the marker, label or speaker at the block's beginning. */
  private static int markerEnd(String text) {
    int end = 0;
    for (int i = 0; i < Math.min(12, text.length()); i++) {
      end = "、.）：① 是，条".indexOf(text.charAt(i)) >= 0 ? i : end;
    }
    return end;
  }

  private List<String> wrapped(String text) {
    List<String> pieces = new ArrayList<>();
    int width = 26 + (genre.ordinal() + page) % 3 * 5;
    int from = 0;
    while (text.length() - from > width) {
      int at = from + width;
      while (at > from + 2 && !isCut(text, from, at)) {
        at--;
      }
      if (at <= from + 2) {
        break;
      }
      pieces.add(text.substring(from, at));
      from = at;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private void between() {
    blanks(4);
    switch (random.nextInt(7)) {
      case 0 -> lines.add(new Line(Role.BETWEEN, "[图片]"));
      case 1 -> lines.add(new Line(Role.BETWEEN, "图为活动现场"));
      case 2 -> lines.add(new Line(Role.BETWEEN, "— " + (1 + random.nextInt(9)) + " —"));
      case 3 -> lines.add(new Line(Role.BETWEEN, "扫描二维码，关注“善治豫园”公众号"));
      case 4 -> lines.add(new Line(Role.BETWEEN, "\f"));
      default -> blanks(2);
    }
    blanks(3);
  }

  private void pageEnd() {
    boundaries++;
    page++;
    String head = "豫园街道工作简报";
    if (headed && !numbered) {
      lines.add(new Line(Role.FURNITURE, head));
    } else if (headed) {
      lines.add(new Line(Role.FURNITURE, String.valueOf(page)));
      lines.add(new Line(Role.FURNITURE, head));
    } else {
      lines.add(new Line(Role.FURNITURE, String.valueOf(page)));
    }
  }

  private void blanks(int most) {
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      lines.add(new Line(Role.BLANK, ""));
    }
  }
}
