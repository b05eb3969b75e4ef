package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yujian.shared.text.Glyph;

/** Documents from a grammar, cut anywhere, spaced anyhow: what was whole becomes whole again. */
class HealingPropertyTest {
  private static final String[] TOKENS = {
    "街道",
    "。",
    "，",
    "、",
    "“",
    "”",
    "（",
    "）",
    "（党群办）",
    "1. 甲",
    "2. 乙",
    "一、丙",
    "二、丁",
    "（一）戊",
    "① 己",
    "• 庚",
    "：",
    "时间：",
    "\n",
    "\n",
    "\n\n",
    " ",
    "\u3000",
    "𠮷",
    "2,3",
    "00",
    "\t",
    "|",
    "｜",
    "2025年4月10日",
    "abc",
    "…",
    "？",
    "图为",
    "第一章 ",
    "问：",
    "答："
  };

  private static final String[] WORDS = {
    "街道",
    "居民代表",
    "推进会",
    "按第一、二小组入座",
    "发放告知书2,300份",
    "增长3.5%",
    "“零距离家园”",
    "《办法》（试行）",
    "𠮷祥物",
    "上午9：30",
    "持续用力",
    "，",
    "，",
    "、",
    "；",
    "“好不好？”",
    "在4月10日",
    "……久久为功",
    "——善治"
  };
  private static final String[] ENDS = {"。", "！", "？", "……", "”。", "。（掌声）", "。”"};
  private static final String[] BETWEEN = {"", "", "", "\f", "扫描二维码 关注“善治豫园”", "[图片]", "— 3 —"};
  private static final String[] BLANK = {"", " ", "\t", "\u3000\u3000", "\u00A0"};
  private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
  private static final String[] CHARSETS = {"UTF-8", "GB18030"};

  /** A document as it was meant, and as it was exported. */
  record Exported(List<String> lines, String text, int cuts, String charset) {}

  @Provide
  Arbitrary<Exported> exported() {
    return Arbitraries.longs().map(seed -> new Export(new Random(seed)).document());
  }

  @Property(tries = 3_000)
  void theOriginalBlocksComeBack(@ForAll("exported") Exported exported) {
    byte[] bytes = exported.text().getBytes(Charset.forName(exported.charset()));
    HealedArticle article = Healer.heal(bytes, DocumentFormat.TEXT, key -> false).articles().get(0);
    assertThat(article.body().lines()).isEqualTo(exported.lines());
    assertThat(article.joins()).hasSize(exported.cuts());
    assertThat(article.source()).isEqualTo("党群办");
  }

  @Property(tries = 1_000)
  void healedTextStaysAsItIs(@ForAll("exported") Exported exported) {
    HealedArticle once = heal(exported.text());
    String text = once.body().text().replace("小标题", "## 小标题");
    HealedArticle twice = heal("# 题\n## 副题\n" + text + "\n（党群办）");
    assertThat(twice.body()).isEqualTo(once.body());
    assertThat(twice.joins()).isEmpty();
  }

  @Property(tries = 1_000)
  void markdownComesBackAsTheSameText(@ForAll("exported") Exported exported) {
    HealedArticle once = heal(exported.text());
    String markdown = "# 题\n\n## 副题\n\n" + once.body().markdown() + "\n（党群办）\n";
    HealedArticle again =
        Healer.heal(
                markdown.getBytes(StandardCharsets.UTF_8), DocumentFormat.MARKDOWN, key -> false)
            .articles()
            .get(0);
    assertThat(again.body().lines()).isEqualTo(once.body().lines());
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.of(TOKENS).list().ofMaxSize(40).map(tokens -> String.join("", tokens));
  }

  @Property(tries = 5_000)
  void noCharacterIsLostOrInvented(@ForAll("anything") String text) {
    HealedArticle article = heal("# 题\n" + text);
    String source = article.source() == null ? "" : "（" + article.source() + "）";
    assertThat(sorted(article.body().text() + source)).isEqualTo(sorted(text));
  }

  @Property(tries = 5_000)
  void healingAgainJoinsNothing(@ForAll("anything") String text) {
    HealedArticle once = heal("# 题\n" + text);
    HealedArticle twice = heal("# 题\n" + String.join("\n", withByline(once)));
    assertThat(twice.body().lines()).isEqualTo(once.body().lines());
  }

  /** The lines with the byline where it was: behind the last paragraph, before its captions. */
  private static List<String> withByline(HealedArticle article) {
    List<String> lines = new ArrayList<>(article.body().lines());
    if (article.source() != null) {
      int end = lines.size();
      while (end > 1 && Shape.isCaption(lines.get(end - 1))) {
        end--;
      }
      lines.add(end, "（" + article.source() + "）");
    }
    return lines;
  }

  @Property(tries = 2_000)
  void everyFormCanBeDerived(@ForAll String text) {
    String clean = "# 题\n字" + text.replaceAll("[\\x00\\p{Cs}]", "");
    byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
    for (DocumentFormat format :
        List.of(DocumentFormat.TEXT, DocumentFormat.MARKDOWN, DocumentFormat.HTML)) {
      for (HealedArticle article : Healer.heal(bytes, format, key -> false).articles()) {
        assertThat(article.body().html()).doesNotContain("<script");
        assertThat(article.body().markdown()).isNotNull();
        assertThat(article.canonicalSha256()).hasSize(64);
      }
    }
  }

  private static HealedArticle heal(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Healer.heal(bytes, DocumentFormat.TEXT, key -> false).articles().get(0);
  }

  /** Captions move, so order is not compared here. */
  private static String sorted(String text) {
    return text.codePoints()
        .filter(c -> !Glyph.isBlank(c))
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Writes one document with all kinds of blocks, and cuts its prose at random code points. */
  private static final class Export {

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private int cuts;

    Export(Random random) {
      this.random = random;
    }

    Exported document() {
      written.add("# 题");
      written.add("## 副题");
      for (int i = 2 + random.nextInt(5); i > 0; i--) {
        block();
      }
      paragraph("（党群办）");
      StringBuilder text = new StringBuilder();
      String lineEnd = any(LINE_ENDS);
      for (String block : written) {
        text.append(any(BLANK)).append(block).append(any(BLANK)).append(lineEnd);
        for (int i = random.nextInt(3); i > 0; i--) {
          text.append(any(BLANK)).append(lineEnd);
        }
      }
      return new Exported(lines, text.toString(), cuts, any(CHARSETS));
    }

    private void block() {
      switch (random.nextInt(7)) {
        case 0 -> alone("二、重点任务", "小标题");
        case 1 -> alone("时间：4月12日上午9：30", "地　点：豫园街道", "联系人：张老师");
        case 2 -> alone("有关要求如下：", "1. 高度重视", "2. 认真组织，按时报送；", "3. 加强宣传。");
        case 3 -> alone("豫园街道办事处", "2025年4月10日");
        case 4 -> alone("白日依山尽", "黄河入海流", "欲穷千里目", "更上一层楼。");
        case 5 -> alone("姓名\t电话", "张三\t1234");
        default -> paragraph("");
      }
    }

    private void alone(String... block) {
      if (block[0].startsWith("二")) {
        lines.add(block[1]);
        written.add("## " + block[1]);
        paragraph("");
        lines.add(block[0]);
        written.add(block[0]);
        paragraph("");
      } else {
        lines.addAll(List.of(block));
        written.addAll(List.of(block));
      }
    }

    private void paragraph(String byline) {
      StringBuilder text = new StringBuilder("近日，");
      for (int i = 3 + random.nextInt(12); i > 0; i--) {
        text.append(any(WORDS));
      }
      String paragraph = text.append("工作见成效").append(any(ENDS)).toString();
      lines.add(paragraph);
      cut(paragraph + byline, paragraph.length());
    }

    /** At most twice, and only where rule 4 can see it: not behind a sentence end. */
    private void cut(String text, int bodyEnd) {
      int from = 0;
      for (int i = random.nextInt(3); i > 0; i--) {
        int at =
            text.offsetByCodePoints(from, random.nextInt(text.codePointCount(from, text.length())));
        if (at > from && isSeen(text, from, at) && !isCaption(text.substring(from, at))) {
          written.add(text.substring(from, at));
          Stream.of(any(BETWEEN)).filter(line -> !line.isEmpty()).forEach(written::add);
          cuts += at < bodyEnd ? 1 : 0;
          from = at;
        }
      }
      written.add(text.substring(from));
    }

    /** A few words below a picture are taken for its caption. */
    private boolean isCaption(String piece) {
      return written.get(written.size() - 1).equals("[图片]") && Glyph.isAtMost(piece, Shape.SHORT);
    }

    private static boolean isSeen(String text, int from, int at) {
      String left = text.substring(0, at);
      String right = text.substring(at);
      String piece = text.substring(from, at);
      return (!Sentence.isEnded(left) || right.startsWith("（党群办"))
          && !Shape.isLabel(right)
          && !Shape.isDate(piece)
          && !right.startsWith(" ");
    }

    private String any(String[] choices) {
      return choices[random.nextInt(choices.length)];
    }
  }
}
