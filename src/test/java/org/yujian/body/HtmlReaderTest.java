package org.yujian.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** HTML as people paste it, and what becomes of it. */
class HtmlReaderTest {

  private static String clean(String html) {
    return HtmlReader.read(html).body().html();
  }

  private static Map<String, Integer> dropped(String html) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    HtmlReader.read(html).dropped().forEach(each -> counts.put(each.what(), each.count()));
    return counts;
  }

  @Test
  void whatTheSubsetCanSayIsKept() {
    for (String html :
        List.of(
            "<h2>一</h2><h3>二</h3><h4>三</h4><p>正文</p>",
            "<p>甲<strong>乙<em>丙</em></strong><em>丁</em></p>",
            "<p>第一行<br>第二行</p>",
            "<blockquote><p>引文<br>第二行</p></blockquote>",
            "<ul><li>甲</li><li><strong>乙</strong>丙</li></ul>",
            "<ol start=\"7\"><li>甲</li><li>1. 乙</li></ol>",
            "<table><tbody><tr><td>甲</td><td></td></tr><tr><td><em>a</em></td><td>b c</td></tr></tbody></table>",
            "<table><tbody><tr><th colspan=\"2\">甲</th></tr><tr><td rowspan=\"100\">乙</td><th><em>丙</em></th></tr><tr><td>丁</td></tr></tbody></table>",
            "<figure><img src=\"https://example.org/a.jpg\" alt=\"替\"><figcaption>图为<em>现场</em></figcaption></figure>",
            "<figure><img src=\"/media/a\" alt=\"\"></figure><figure><figcaption>图</figcaption></figure>",
            "<p><a href=\"mailto:a@example.org\" rel=\"nofollow noopener noreferrer\">写信</a>。</p>",
            "<p>&lt;b&gt; &amp;amp; &quot;</p>")) {
      assertThat(clean(html)).isEqualTo(html);
      assertThat(dropped(html)).as(html).isEmpty();
    }
  }

  @Test
  void otherMarkupBecomesTheNearestThing() {
    assertThat(clean("<h1>题</h1><h6>小</h6>")).isEqualTo("<h2>题</h2><h4>小</h4>");
    assertThat(clean("<div>甲<div>乙</div>丙</div>丁")).isEqualTo("<p>甲</p><p>乙</p><p>丙</p><p>丁</p>");
    assertThat(clean("甲<br><br>乙<br>丙<br>")).isEqualTo("<p>甲</p><p>乙<br>丙</p>");
    assertThat(clean("<b>粗</b><i>斜</i>")).isEqualTo("<p><strong>粗</strong><em>斜</em></p>");
    assertThat(clean("<pre>a  b\nc</pre>")).isEqualTo("<p>a b<br>c</p>");
    assertThat(clean("<ul>头<li>甲<ol><li>乙</ol>尾<li><p>丙</p><p>丁</p></ul>"))
        .isEqualTo("<ul><li>头</li><li>甲</li><li>乙</li><li>尾</li><li>丙 丁</li></ul>");
    assertThat(clean("<p>前<img src=\"https://e.org/a.png\">后</p>"))
        .isEqualTo("<p>前</p><figure><img src=\"https://e.org/a.png\" alt=\"\"></figure><p>后</p>");
    assertThat(clean("<table><caption>表</caption><tr><th>甲<td><p>一</p><p>二</p></table>"))
        .isEqualTo(
            "<table><tbody><tr><td>表</td></tr><tr><th>甲</th><td>一 二</td></tr></tbody></table>");
    assertThat(clean("<table>头<thead><tr>边<th colspan=' 02 '>甲<td rowspan=1>乙</table>"))
        .isEqualTo(
            "<table><tbody><tr><td>头</td></tr>"
                + "<tr><td>边</td><th colspan=\"2\">甲</th><td>乙</td></tr></tbody></table>");
    assertThat(clean("<blockquote><ul><li>甲</li></ul><h2>乙</h2></blockquote>"))
        .isEqualTo("<blockquote><p>甲<br>乙</p></blockquote>");
    assertThat(clean("<img data-src=\"https://e.org/a\">")).contains("src=\"https://e.org/a\"");
  }

  @Test
  void whiteSpaceIsWhatReadersSee() {
    assertThat(clean("<p>　　甲\n  乙 &nbsp;</p><p>a\n b</p><p> </p>"))
        .isEqualTo("<p>甲乙</p><p>a b</p>");
    assertThat(clean("<p>a <b> b</b></p>")).isEqualTo("<p>a <strong>b</strong></p>");
    assertThat(clean("<p>甲&#1;乙\u0007&#xD800;</p>")).isEqualTo("<p>甲乙</p>");
  }

  @Test
  void whatIsLostIsTold() {
    assertThat(
            dropped(
                "<p style='x' onclick='y' onclick='z'>a<script>x</script><!-- c --><font>b</font>"
                    + "<a href='javascript:x'>c</a><img src='data:image/png;base64,xx'></p>"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "@style",
                1,
                "@onclick",
                1,
                "script",
                1,
                "comment",
                1,
                "font",
                1,
                "a[href]",
                1,
                "img[src]",
                1));
    assertThat(dropped("<blockquote><table><tr><td>x</table></blockquote>"))
        .containsOnlyKeys("blockquote table");
    assertThat(
            dropped(
                "<table><tr><th colspan=0 scope=col>x<td colspan=101>x<td rowspan=-1>x<td rowspan=1e9>x"
                    + "</table>"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("th[colspan]", 1, "@scope", 1, "td[colspan]", 1, "td[rowspan]", 2));
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      names.append("<x").append(i).append(">");
    }
    assertThat(dropped(names.toString())).hasSizeLessThan(60).containsKey("other");
  }

  @Test
  void markdownTakesTheSameWay() {
    Cleaned cleaned =
        new GivenBody(
                null,
                "# 题\n\n甲\n乙 **丙** [d](https://e.org/)\n\n* 一\n* 二\n\n> 引\n\n|a|b|\n|-|-|\n|1|2|\n\n"
                    + "![替](https://e.org/a.png)\n\n<script>x</script>\n\n```\nx\ny\n```\n",
                null)
            .read("");
    assertThat(cleaned.body().html())
        .isEqualTo(
            "<h2>题</h2><p>甲乙 <strong>丙</strong> "
                + "<a href=\"https://e.org/\" rel=\"nofollow noopener noreferrer\">d</a></p>"
                + "<ul><li>一</li><li>二</li></ul><blockquote><p>引</p></blockquote>"
                + "<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>"
                + "<figure><img src=\"https://e.org/a.png\" alt=\"替\"></figure><p>x<br>y</p>");
    assertThat(cleaned.dropped())
        .extracting(Dropped::what)
        .contains("h1", "script", "pre")
        .doesNotContain("th");
  }
}
