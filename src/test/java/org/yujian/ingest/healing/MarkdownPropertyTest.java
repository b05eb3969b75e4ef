package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.GivenBody;
import org.yujian.body.Span;

/**
 * Markdown from a grammar: where nothing is cut, an import gives the blocks that the desk gives.
 * Markdown from any tokens: no word of it is lost (a parser keeps no links inside a select, so that
 * addresses there are lost: it is not among the tokens).
 */
class MarkdownPropertyTest {

  private static final int FIRST_HAN = 0x4E00;
  private static final int HAN = 20_000;

  /** A comment or declaration behind the start of a picture, in the same paragraph. */
  private static final Pattern NO_TEXT_IN_ALT =
      Pattern.compile("!\\[(?:[^\\n]|\\n(?![ \\t　]*\\n))*<[!?]");

  private static final String[] SYNTAX = {
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "# ",
    "## ",
    "- ",
    "* ",
    "1. ",
    "3) ",
    "> ",
    "|",
    "|",
    "\n|-|-|\n",
    "\n|---|\n",
    "```",
    "\n```\n",
    "~~~",
    "---",
    "===",
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "](",
    ")",
    "](https://e.org/",
    "]: ",
    "\n[",
    "[^1]",
    "\n[^",
    "![",
    " \"",
    "\"",
    "\\",
    "&",
    "&lt;",
    "<br>",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<ul>",
    "<li>",
    "<textarea>",
    "<title>",
    "<svg>",
    "<blockquote>",
    "<pre>",
    ">",
    "<x-y>",
    "<?",
    "?>",
    "<!X ",
    "<![CDATA[",
    "]]>",
    "　",
    "，",
    "。",
    "：",
    "（",
    "）",
    "“",
    "”",
    "1",
    "a"
  };

  /** Words that nothing else of the text holds, and a document of them. */
  record Soup(List<String> words, String text) {}

  @Provide
  Arbitrary<Soup> soups() {
    return Arbitraries.longs().map(seed -> soup(new Random(seed)));
  }

  private static Soup soup(Random random) {
    List<String> words = new ArrayList<>();
    StringBuilder text = new StringBuilder("# 题\n");
    for (int i = 1 + random.nextInt(40); i > 0; i--) {
      if (words.isEmpty() || random.nextInt(3) == 0) {
        String word =
            Character.toString(FIRST_HAN + random.nextInt(HAN))
                + Character.toString(FIRST_HAN + random.nextInt(HAN));
        words.add(word);
        text.append(word);
      } else {
        text.append(SYNTAX[random.nextInt(SYNTAX.length)]);
      }
    }
    return new Soup(words, text.toString());
  }

  @Property(tries = 10_000)
  void noWordIsLost(@ForAll("soups") Soup soup) {
    Document document = Heal.markdown(soup.text());
    StringBuilder found = new StringBuilder();
    document.findings().forEach(finding -> found.append(finding.message()).append('\n'));
    for (HealedArticle article : document.articles()) {
      found.append(article.title()).append('\n').append(article.subtitle()).append('\n');
      found.append(article.source()).append('\n').append(article.body().text()).append('\n');
      for (Block block : article.body().blocks()) {
        block.spans().stream().map(Span::href).forEach(found::append);
        found.append(block.image() == null ? "" : block.image().alt() + block.image().url());
      }
    }
    // Comments and declarations inside the alternative text of a picture are no text.
    Assume.that(!NO_TEXT_IN_ALT.matcher(soup.text()).find());
    // A finding shortens what is long, and says so.
    Assume.that(found.indexOf("…") < 0);
    assertThat(found.toString()).contains(soup.words());
  }

  @Property(tries = 1_000)
  void whereNothingIsCutAnImportIsWhatTheDeskReads(@ForAll("documents") String markdown) {
    Body desk = new GivenBody(null, markdown, null).read("").body();
    Document document = Heal.markdown("# 题\n\n" + markdown);
    assertThat(document.articles()).hasSize(1);
    assertThat(document.articles().get(0).body()).isEqualTo(desk);
    assertThat(document.articles().get(0).joins()).isEmpty();
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.longs().map(seed -> new Writer(new Random(seed)).document());
  }

  /** Writes Markdown as people do, in whole sentences. */
  private static final class Writer {

    private static final String[] SENTENCES = {
      "街道召开了推进会，部署全年工作。",
      "**居民代表**提出了意见，大家*都*同意。",
      "活动在文化中心举行，欢迎参加！",
      "见[官网](https://example.org/a)。",
      "使用 Web Site 和 `code` 搭建。",
      "这是<b>重点</b>，不是<u>难点</u>。",
      "𠮷祥物发放 2,300 份。",
      "甲方。<br>乙方。"
    };

    private static final String[] SHORT = {"签到", "**领取**号牌", "入座", "观看演出", "a b"};

    private final Random random;

    Writer(Random random) {
      this.random = random;
    }

    String document() {
      StringBuilder text = new StringBuilder(sentence()).append('\n');
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        text.append('\n').append(block()).append('\n');
      }
      return text.append("\n完成了全部工作。\n").toString();
    }

    private String block() {
      return switch (random.nextInt(10)) {
        case 0 -> "## 小标题\n\n" + sentence();
        case 1 -> list("", 1 + random.nextInt(2)) + "\n" + sentence();
        case 2 -> table();
        case 3 -> "> " + sentence() + "\n> " + sentence() + "\n>\n> " + sentence();
        case 4 -> "```\nlet a = 1\n\n甲 = 乙\n```";
        case 5 -> sentence() + "\\\n" + sentence() + "  \n" + sentence();
        case 6 -> "![图](https://example.org/a.jpg)\n\n" + sentence();
        case 7 -> "[备注]: 请带身份证。\n\n" + sentence();
        case 8 -> "<div>" + sentence() + "</div>";
        default -> sentence() + "\n" + sentence();
      };
    }

    private String list(String indent, int depth) {
      boolean numbered = random.nextBoolean();
      StringBuilder list = new StringBuilder();
      int number = 1;
      for (int i = 2 + random.nextInt(3); i > 0; i--) {
        String marker = numbered ? number++ + ". " : "- ";
        list.append(indent).append(marker).append(any(SHORT)).append('\n');
        if (depth > 0 && random.nextInt(3) == 0) {
          list.append(list(indent + " ".repeat(marker.length()), depth - 1));
        }
      }
      return list.toString();
    }

    private String table() {
      StringBuilder table = new StringBuilder("| 姓名 | 电话 |\n| --- | :-: |\n");
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        table.append('|');
        for (int k = 1 + random.nextInt(4); k > 0; k--) {
          table.append(' ').append(random.nextInt(5) == 0 ? "甲<br>乙" : any(SHORT)).append(" |");
        }
        table.append('\n');
      }
      return table.toString();
    }

    private String sentence() {
      return Stream.generate(() -> any(SENTENCES))
          .limit(1 + random.nextInt(2))
          .reduce("", String::concat);
    }

    private String any(String[] choices) {
      return choices[random.nextInt(choices.length)];
    }
  }
}
