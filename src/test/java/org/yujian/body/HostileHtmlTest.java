package org.yujian.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Test;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.testing.ProcessorTime;

/**
 * HTML that means harm: it comes out clean, in time, and cleaning what is clean changes nothing.
 */
class HostileHtmlTest {

  private static final long SEED = Long.getLong("html.seed", new Random().nextLong());
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Safelist STRICT =
      new Safelist()
          .addTags("p", "h2", "h3", "h4", "strong", "em", "a", "img", "figure", "figcaption")
          .addTags("ul", "ol", "li", "blockquote", "br", "table", "tbody", "tr", "td", "th")
          .addAttributes("a", "href", "rel")
          .addAttributes("img", "src", "alt")
          .addAttributes("td", "rowspan", "colspan")
          .addAttributes("th", "rowspan", "colspan")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addProtocols("img", "src", "http", "https");

  private static final List<String> ATTACKS =
      List.of(
          "<script>alert(1)</script>",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<img src=x onerror=alert(1)>",
          "<img src=javascript:alert(1)>",
          "<img src=\"https://e.org/a\" onload=alert(1)>",
          "<img src=\"data:text/html,<script>alert(1)</script>\">",
          "<img src=//evil.example/x>",
          "<img src=\"/\\evil.example/x\">",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
          "<a href=\"java\nscript:alert(1)\">x</a>",
          "<a href=\"&#106;avascript&colon;alert(1)\">x</a>",
          "<a href=\" \u0001javascript:alert(1)\">x</a>",
          "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
          "<a href=\"vbscript:x\">x</a>",
          "<a href=\"https://e.org/\" style=\"x:expression(alert(1))\" onmouseover=x>x</a>",
          "<a href=\"https://e.org/&quot; onclick=&quot;x\">x</a>",
          "<p style=\"background:url(javascript:x)\">x</p>",
          "<style>@import 'https://evil.example/x.css';</style>",
          "<svg onload=alert(1)><script>x</script><a xlink:href='javascript:x'>y</a></svg>",
          "<svg><p><style><img src=x onerror=alert(1)></style></p></svg>",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></math>",
          "<iframe src=\"https://evil.example\"></iframe><object data=x></object><embed src=x>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
          "<template><script>x</script></template>",
          "<textarea><script>x</script></textarea><xmp><script>x</script></xmp>",
          "<form action=javascript:x><input onfocus=x autofocus><button formaction=x>y</button></form>",
          "<base href=\"https://evil.example/\"><meta http-equiv=refresh content=\"0;x\">",
          "<link rel=stylesheet href=x><body onload=x><html onclick=x>",
          "<!--[if IE]><script>x</script><![endif]--><![CDATA[<script>x</script>]]><?php x ?>",
          "<p title='\"><script>x</script>'>y</p>",
          "<b><p><i></b>x</p></i><table><b>y<tr><td></b>z</table></table>",
          "<ul><table><li><figure><blockquote><figcaption><ol><li><td>x",
          "</p></div></table></li>&lt;script&gt;x&lt;/script&gt;",
          "&#0;&#x110000;&#xD800;\u0000<p\u0000>x</p>",
          "<a><a><a href=https://e.org><a>x</a></a></a></a>",
          "<details open ontoggle=x><summary>y</summary></details><marquee onstart=x>z</marquee>",
          "<plaintext><script>x</script>");

  private static void assertClean(String html) {
    Body body = HtmlReader.read(html).body();
    String out = body.html();
    assertThat(isStrict(out)).as("%s => %s", html, out).isTrue();
    assertThat(out).doesNotContainIgnoringCase("javascript:alert").doesNotContain("evil.example");
    Cleaned again = HtmlReader.read(out);
    assertThat(again.body()).as(html).isEqualTo(body);
    assertThat(again.body().html()).as(html).isEqualTo(out);
    assertThat(again.dropped()).as(out).isEmpty();
  }

  private static boolean isStrict(String html) {
    return new Cleaner(STRICT).isValid(Jsoup.parse(html, "https://base.example/"));
  }

  @Test
  void attacksComeOutClean() {
    ATTACKS.forEach(HostileHtmlTest::assertClean);
    for (String attack : ATTACKS) {
      assertThat(HtmlReader.read(attack).body().html()).as(attack).doesNotContain("<script");
    }
  }

  @Test
  void anyGarbageComesOutCleanAndCleaningTwiceChangesNothing() {
    System.out.println("html.seed=" + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 3_000; i++) {
      assertClean(garbage(random));
    }
  }

  private static String garbage(Random random) {
    String[] tags =
        ("p div h1 h2 h4 ul ol li table tr td th tbody thead caption blockquote figure figcaption a b i"
                + " strong em span font img br hr pre section script style svg math form select x-y")
            .split(" ");
    String[] words = {
      "甲", "乙。", " ", "\n", "　", "a", "b c", "1.", "- ", "• 丙", "&lt;", "&nbsp;", "𠮷"
    };
    String[] attributes = {
      "",
      "",
      "",
      " href=https://e.org/" + random.nextInt(3),
      " colspan=" + (random.nextInt(120) - 10),
      " rowspan=" + random.nextInt(4),
      " src=/m/" + random.nextInt(3),
      " start=5",
      " style=x",
      " onclick=y",
      " href=javascript:z",
      " alt='替 代'",
      " class"
    };
    StringBuilder html = new StringBuilder();
    int pieces = 1 + random.nextInt(40);
    for (int i = 0; i < pieces; i++) {
      String tag = tags[random.nextInt(tags.length)];
      switch (random.nextInt(8)) {
        case 0, 1, 2 ->
            html.append('<')
                .append(tag)
                .append(attributes[random.nextInt(attributes.length)])
                .append('>');
        case 3 -> html.append("</").append(tag).append('>');
        case 4 -> html.append(random.nextInt(5) == 0 ? ATTACKS.get(random.nextInt(30)) : "");
        default -> html.append(words[random.nextInt(words.length)]);
      }
    }
    return html.toString();
  }

  private static Map<String, String> huge() {
    Map<String, String> huge = new LinkedHashMap<>();
    for (String tag :
        List.of(
            "div",
            "b",
            "p",
            "ul",
            "ul><li",
            "table",
            "table><tr><td",
            "blockquote",
            "a href=https://e.org",
            "span",
            "section",
            "figure",
            "font color=x",
            "svg",
            "select",
            "form",
            "h2")) {
      huge.put("100,000 nested " + tag, ("<" + tag + ">").repeat(100_000) + "x");
      huge.put("100,000 " + tag + " with text", ("<" + tag + ">字").repeat(100_000));
    }
    huge.putAll(hugeParts());
    return huge;
  }

  private static Map<String, String> hugeParts() {
    Map<String, String> huge = new LinkedHashMap<>();
    String million = "x".repeat(1_000_000);
    huge.put(
        "attribute", "<p onclick=\"" + million + "\" style='" + million.substring(9) + "'>字</p>");
    huge.put("alt", "<img src=https://e.org/a alt=\"" + million + "\">");
    huge.put("href", "<a href=\"https://e.org/" + million + "\">字</a>");
    huge.put("attributes", "<p " + "a=b ".repeat(200_000) + ">字</p>");
    StringBuilder distinct = new StringBuilder("<p");
    for (int i = 0; i < 100_000; i++) {
      distinct.append(" a").append(i).append("=1");
    }
    huge.put("distinct attributes", distinct.append(">字</p>").toString());
    huge.put("table", "<table>" + ("<tr>" + "<td>字".repeat(100)).repeat(1_900) + "</table>");
    huge.put("one row", "<table><tr>" + "<td>".repeat(400_000));
    huge.put("open angle brackets", "<".repeat(2_000_000));
    huge.put("entities", "&amp;".repeat(400_000));
    huge.put("end tags", "</p>".repeat(500_000));
    huge.put("misnested", "<b><i><p></b></i>".repeat(100_000));
    huge.put("misnested links", "<a href=https://e.org/><div></a>字".repeat(50_000));
    huge.put("comments", "<!-- x -->".repeat(200_000) + "<!--".repeat(10_000));
    huge.put("breaks", "<br>".repeat(500_000));
    huge.put("crossing marks", "<b>字<i>字</b>字</i>".repeat(50_000));
    return huge;
  }

  /** The clean HTML; nothing where it is over a limit, which names itself. */
  private static String read(GivenBody given) {
    try {
      return given.read("").body().html();
    } catch (Problem refused) {
      assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_BODY);
      return "";
    }
  }

  @Test
  void hugeInputTakesBoundedTime() {
    huge()
        .forEach(
            (name, html) -> {
              String out =
                  ProcessorTime.within(LIMIT, name, () -> read(new GivenBody(html, null, null)));
              assertThat(isStrict(out)).as(name).isTrue();
            });
  }

  @Test
  void hugeMarkdownTakesBoundedTime() {
    Map<String, String> huge = new LinkedHashMap<>();
    for (String piece :
        List.of(
            "> ",
            "- ",
            "*",
            "[",
            "**a _b ",
            "`",
            "![",
            "<",
            "1. ",
            "|",
            "a\n",
            "|a|b|\n|-|-|\n",
            "<b>",
            "# x\n",
            "  \n",
            "[a]: /x\n",
            "\\")) {
      huge.put(piece, piece.repeat(400_000 / piece.length()));
    }
    huge.forEach(
        (name, markdown) ->
            ProcessorTime.within(LIMIT, name, () -> read(new GivenBody(null, markdown, null))));
  }
}
