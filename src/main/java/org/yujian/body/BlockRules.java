package org.yujian.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.text.Glyph;

/** Validates blocks sent by a program; each violation is reported with its JSON pointer. */
final class BlockRules {

  private static final Set<String> KINDS = new TreeSet<>(List.of(Span.STRONG, Span.EM, Span.LINK));

  private static final int MOST_ERRORS = 20;
  private static final int LONGEST_ALT = 500;
  private static final int LONGEST_ADDRESS = 2_000;

  private final List<FieldError> errors = new ArrayList<>();

  private BlockRules() {}

  /** Returns a body of valid blocks, with new ids derived from their text; otherwise throws 422. */
  static Body read(List<Block> blocks, String at) {
    BlockRules rules = new BlockRules();
    for (int i = 0; i < blocks.size() && rules.errors.size() < MOST_ERRORS; i++) {
      rules.check(blocks.get(i), at + "/" + i);
    }
    if (!rules.errors.isEmpty()) {
      Problem problem = ProblemCode.INVALID_BODY.problem();
      rules.errors.forEach(problem::with);
      throw problem;
    }
    return Body.of(blocks);
  }

  private void check(Block block, String at) {
    if (block == null || block.type() == null) {
      error(at + "/type", "required");
      return;
    }
    Block.Kind kind = block.kind();
    Runnable content =
        switch (kind) {
          case PARAGRAPH, QUOTE -> () -> words(block.text(), at + "/text", true);
          case HEADING -> () -> words(block.text(), at + "/text", false);
          case LIST -> () -> lines(block.items(), at + "/items");
          case TABLE -> () -> table(block, at);
          case FIGURE -> () -> figure(block, at);
          case UNKNOWN -> () -> error(at + "/type", "value", String.join(", ", Block.Kind.types()));
        };
    content.run();
    boolean heading = kind == Block.Kind.HEADING;
    boolean level = block.level() != null && block.level() >= 2 && block.level() <= 4;
    if (heading && !level) {
      error(at + "/level", "range", 2, 4);
    }
    absent(block.level() != null && !heading, at + "/level");
    absent(!block.items().isEmpty() && kind != Block.Kind.LIST, at + "/items");
    absent(!block.rows().isEmpty() && kind != Block.Kind.TABLE, at + "/rows");
    absent(!block.cells().isEmpty() && kind != Block.Kind.TABLE, at + "/cells");
    absent(block.image() != null && kind != Block.Kind.FIGURE, at + "/image");
    absent(block.text() != null && kind == Block.Kind.LIST, at + "/text");
    if (errors.isEmpty()) {
      spans(block, at + "/spans/");
    }
  }

  private void table(Block block, String at) {
    if (block.rows().isEmpty()) {
      error(at + "/rows", "required");
    }
    for (int i = 0; i < block.rows().size(); i++) {
      for (int k = 0; k < block.rows().get(i).size(); k++) {
        plain(block.rows().get(i).get(k), at + "/rows/" + i + "/" + k, false);
      }
    }
    if (block.text() != null) {
      words(block.text().replace('\t', ' '), at + "/text", true);
    }
    for (int i = 0; i < block.cells().size(); i++) {
      cell(block, i, at + "/cells/" + i);
    }
  }

  /** Checks that the cell exists in the rows and that cells are unique and in reading order. */
  private void cell(Block block, int index, String at) {
    Cell cell = block.cells().get(index);
    int rows = block.rows().size();
    if (cell.row() == null || cell.row() < 0 || cell.row() >= rows) {
      error(at + "/row", "range", 0, rows - 1);
      return;
    }
    int width = block.rows().get(cell.row()).size();
    if (cell.cell() == null || cell.cell() < 0 || cell.cell() >= width) {
      error(at + "/cell", "range", 0, width - 1);
    } else if (index > 0 && errors.isEmpty() && !cell.isBehind(block.cells().get(index - 1))) {
      error(at, "invalid");
    }
    span(cell.rowspan(), at + "/rowspan");
    span(cell.colspan(), at + "/colspan");
  }

  private void span(Integer span, String at) {
    if (span != null && (span < 1 || span > Cell.WIDEST)) {
      error(at, "range", 1, Cell.WIDEST);
    }
  }

  private void figure(Block block, String at) {
    if (block.text() != null) {
      words(block.text(), at + "/text", false);
    } else if (block.image() == null) {
      error(at + "/image", "required");
    }
    if (block.image() != null) {
      String url = block.image().url();
      if (!SafeLink.isPicture(url) || url.length() > LONGEST_ADDRESS) {
        error(at + "/image/url", "address");
      }
      String alt = block.image().alt();
      if (alt != null && !Glyph.isAtMost(alt, LONGEST_ALT)) {
        error(at + "/image/alt", "length", 0, LONGEST_ALT);
      }
    }
  }

  private void lines(List<String> lines, String at) {
    if (lines.isEmpty()) {
      error(at, "required");
    }
    for (int i = 0; i < lines.size(); i++) {
      words(lines.get(i), at + "/" + i, false);
    }
  }

  private void words(String text, String at, boolean severalLines) {
    if (text == null) {
      error(at, "required");
    } else if (text.isBlank()) {
      error(at, "blank");
    } else {
      plain(text, at, severalLines);
    }
  }

  private void plain(String text, String at, boolean severalLines) {
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && !(severalLines && c == '\n'))) {
      error(at, "characters");
    }
  }

  private void spans(Block block, String at) {
    int length = Glyph.length(String.join("\n", block.lines()));
    for (int i = 0; i < block.spans().size(); i++) {
      Span span = block.spans().get(i);
      if (span.start() < 0 || span.end() > length || span.start() >= span.end()) {
        error(at + i, "range", 0, length);
      }
      if (span.kind() == null || !KINDS.contains(span.kind())) {
        error(at + i + "/kind", "value", String.join(", ", KINDS));
      } else if (span.kind().equals(Span.LINK)) {
        boolean safe = SafeLink.isSafe(span.href()) && span.href().length() <= LONGEST_ADDRESS;
        if (!safe) {
          error(at + i + "/href", "address");
        }
      } else {
        absent(span.href() != null, at + i + "/href");
      }
    }
  }

  private void absent(boolean given, String at) {
    if (given) {
      error(at, "invalid");
    }
  }

  private void error(String at, String code, Object... arguments) {
    errors.add(FieldError.at(at, code, arguments));
  }
}
