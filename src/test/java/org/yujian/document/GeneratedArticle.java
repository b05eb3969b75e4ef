package org.yujian.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.Cell;
import org.yujian.body.Span;
import org.yujian.media.Picture;

/** Articles as editors write them, in whole sentences, with every kind of block and mark. */
public final class GeneratedArticle {
  private static final String[] SENTENCES = {
    "街道召开了推进会，部署全年工作。",
    "居民代表提出了意见，大家都同意！",
    "活动在文化中心举行，欢迎参加。",
    "使用 Web Site 和 code 搭建。",
    "𠮷祥物发放 2,300 份，A&B <c> 各占一半。",
    "“大家的事，大家商量着办。”居民代表说。",
    "价格为 1*2_3 元，`注`见 [附件] 与 C:\\甲。",
    "共计三十二户，受益 96.5%。"
  };
  private static final String[] HEADS = {"工作目标", "主要任务", "组织领导", "报名方式", "1+1 与 #话题"};
  private static final String[] ITEMS = {"携带本人身份证原件办理登记。", "按时报送活动方案和参加人员名单。", "如实填写申请表并由本人签字确认。"};
  private static final String[] CELLS = {"签到", "开幕式", "A|B", "9:00", "一楼大厅", "<空>"};

  private final Random random;

  private GeneratedArticle(Random random) {
    this.random = random;
  }

  /**
   * An article with a title, and a subtitle or source in some.
   *
   * @param pictures whether it has pictures of other servers
   */
  public static ExportedArticle of(long seed, boolean pictures) {
    GeneratedArticle article = new GeneratedArticle(new Random(seed));
    return article.written("关于第" + seed + "号工作的通报", pictures);
  }

  /** Without what plain text does not have: marks, links, pictures and forms of tables. */
  public static ExportedArticle plain(long seed) {
    ExportedArticle whole = of(seed, false);
    List<Block> blocks = new ArrayList<>();
    for (Block block : whole.blocks()) {
      switch (block.kind()) {
        case HEADING -> blocks.add(Block.heading(block.level(), block.text(), List.of()));
        case TABLE -> blocks.add(Block.table(block.rows(), List.of()));
        case LIST -> blocks.add(Block.list(block.items(), List.of()));
        default -> block.lines().forEach(line -> blocks.add(Block.paragraph(line, List.of())));
      }
    }
    return new ExportedArticle(
        whole.title(), whole.subtitle(), whole.source(), whole.author(), Body.of(blocks).blocks());
  }

  private ExportedArticle written(String title, boolean pictures) {
    List<Block> blocks = new ArrayList<>();
    if (chance(3)) {
      blocks.add(heading());
    }
    blocks.add(paragraph());
    for (int i = random.nextInt(7); i > 0; i--) {
      if (pictures && chance(3)) {
        blocks.add(figure());
      }
      blocks.add(block());
      blocks.add(paragraph());
    }
    return new ExportedArticle(
        title,
        chance(3) ? "副题：" + any(HEADS) : null,
        chance(2) ? any("豫园街道", "记者 甲", "党群办") : null,
        chance(2) ? "小满" : null,
        Body.of(blocks).blocks());
  }

  private Block block() {
    return switch (random.nextInt(6)) {
      case 0 -> heading();
      case 1 -> marked(lines(), Block::quote);
      case 2 -> marked(lines(), Block::paragraph);
      case 3 -> table();
      default -> list();
    };
  }

  private interface Made {
    Block of(String text, List<Span> spans);
  }

  private Block marked(String text, Made made) {
    return made.of(text, marks(text, 0, true));
  }

  private Block heading() {
    return Block.heading(2 + random.nextInt(3), any(HEADS), List.of());
  }

  private Block paragraph() {
    return marked(sentences(), Block::paragraph);
  }

  private String sentences() {
    return chance(2) ? any(SENTENCES) : any(SENTENCES) + any(SENTENCES);
  }

  private String lines() {
    return sentences() + "\n" + sentences() + (chance(2) ? "\n" + sentences() : "");
  }

  private Block list() {
    int count = 2 + random.nextInt(3);
    boolean numbered = chance(2);
    boolean nested = chance(3);
    int number = 1;
    List<String> items = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < count; i++) {
      boolean inner = nested && i % 2 == 1;
      String marker = numbered != inner ? number++ + ". " : "- ";
      String item = marker + any(ITEMS);
      items.add(item);
      if (chance(3)) {
        spans.addAll(marks(item.substring(marker.length()), from + marker.length(), true));
      }
      from += item.length() + 1;
    }
    return Block.list(items, spans);
  }

  private Block table() {
    int width = 2 + random.nextInt(2);
    List<List<String>> rows = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    boolean headers = chance(2);
    for (int i = 0; i < width; i++) {
      if (headers) {
        cells.add(new Cell(0, i, true, null, null));
      }
    }
    rows.add(row(width));
    if (chance(2)) {
      // A cell that covers two columns, and one that covers two rows.
      rows.add(row(width - 1));
      cells.add(new Cell(1, 0, false, null, 2));
      rows.add(row(width));
      cells.add(new Cell(2, width - 1, false, 2, null));
      rows.add(row(width - 1));
    } else {
      rows.add(row(width));
    }
    int from = 0;
    for (List<String> row : rows) {
      for (String cell : row) {
        if (chance(6)) {
          spans.add(new Span(from, from + cell.length(), Span.STRONG, null));
        }
        from += cell.length() + 1;
      }
    }
    return Block.table(rows, cells, spans);
  }

  private List<String> row(int width) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      row.add(any(CELLS));
    }
    return row;
  }

  private Block figure() {
    Picture picture =
        Picture.at("https://example.org/" + random.nextInt(1_000) + ".jpg", any(HEADS));
    return chance(2)
        ? Block.figure(picture, null, null)
        : marked("图为" + any(ITEMS), (text, spans) -> Block.figure(picture, text, spans));
  }

  /** Marks of one line, which do not touch each other. */
  private List<Span> marks(String text, int shift, boolean links) {
    List<Span> marks = new ArrayList<>();
    String line = text.split("\n")[0];
    int length = line.codePointCount(0, line.length());
    if (length < 8 || chance(2)) {
      return marks;
    }
    int at = 1 + random.nextInt(3);
    Function<String, Span> two = kind -> new Span(shift + at, shift + at + 2, kind, null);
    switch (random.nextInt(links ? 4 : 3)) {
      case 0 -> marks.add(two.apply(Span.STRONG));
      case 1 -> marks.add(two.apply(Span.EM));
      case 2 -> {
        marks.add(new Span(shift + at, shift + at + 3, Span.STRONG, null));
        marks.add(two.apply(Span.EM));
      }
      default ->
          marks.add(
              new Span(shift + at, shift + at + 2, Span.LINK, "https://example.org/a?b=1&c=(2)"));
    }
    return marks;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
