package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.body.Body;
import org.yujian.body.Loss;
import org.yujian.body.ReadBlock;
import org.yujian.body.Reading;

/** HTML files as programs save them. */
class HtmlDocumentTest {

  private static Reading read(String html) {
    return new HtmlDocument().read(html.getBytes(StandardCharsets.UTF_8)).reading();
  }

  private static String html(String html) {
    return Body.of(read(html).blocks().stream().map(ReadBlock::block).toList()).html();
  }

  @Test
  void whatWordSaves() {
    String word =
        "<html xmlns:o='urn:o'><head><meta charset=utf-8><title>题</title><style>p{}</style>"
            + "<!--[if gte mso 9]><xml><o:x>岛</o:x></xml><![endif]--></head><body lang=ZH-CN>"
            + "<h1><span style='font-family:宋体'>题</span><span lang=EN-US><o:p></o:p></span></h1>"
            + "<p class=MsoNormal><span style='mso-bidi-font-weight:bold'>豫</span><font color=red>园</font>"
            + "<b style='mso-bidi-font-weight:normal'>社</b><span style='font-weight:bold'>区</span>"
            + "<span style='font-style:italic'>好</span><o:p>&nbsp;</o:p></p>"
            + "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;"
            + "</span></span><![endif]>第一</p>"
            + "<p><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>其一</p>"
            + "<p>明<span style='display:none;mso-hide:all'>隐</span><del>删</del><ins>增</ins></p>"
            + "<p>上<br clear=all style='page-break-before:always'>下</p></body></html>";
    assertThat(html(word))
        .isEqualTo(
            "<h2>题</h2><p>豫园<strong>社区</strong><em>好</em></p><p>1. 第一</p><p>一、其一</p>"
                + "<p>明增</p><p>上</p><p>下</p>");
    assertThat(read(word).losses().stream().map(Loss::what))
        .containsExactly("hidden-text", "tracked-changes");
  }

  @Test
  void linesOfTheSourceAreKept() {
    Reading reading = read("<html>\n<!-- a\nb -->\n<p>甲\n乙</p>\n<ul>\n<li>丙\n<li>丁</ul>\n");
    assertThat(reading.blocks().get(0).block().text()).isEqualTo("甲乙");
    assertThat(reading.blocks().stream().map(ReadBlock::line)).containsExactly(4, 7);
    assertThat(reading.blocks().get(1).starts())
        .extracting(ReadBlock.LineStart::line)
        .containsExactly(7, 8);
  }

  @ParameterizedTest
  @CsvSource({
    "gb2312, GB18030",
    "gbk, GB18030",
    "GB18030, GB18030",
    "big5, Big5-HKSCS",
    "utf-8, UTF-8"
  })
  void theNamedCharsetCounts(String named, String charset) {
    String text =
        "<html><meta http-equiv=Content-Type content='text/html; charset=" + named + "'><p>中文</p>";
    assertThat(new HtmlDocument().read(text.getBytes(Charset.forName(charset))))
        .satisfies(
            read -> {
              assertThat(read.charset()).isEqualTo(charset);
              assertThat(read.reading().blocks().get(0).block().text()).isEqualTo("中文");
            });
  }

  @Test
  void aNameThatTheBytesDisproveDoesNot() {
    byte[] short2 = "<meta charset=gb2312><p>联通".getBytes(Charset.forName("GB18030"));
    assertThat(new HtmlDocument().read(short2).reading().blocks().get(0).block().text())
        .isEqualTo("联通");
    byte[] utf8 = "<meta charset=gb2312><p>通知".getBytes(StandardCharsets.UTF_8);
    assertThat(new HtmlDocument().read(utf8).charset()).isEqualTo("UTF-8");
  }

  @Test
  void picturesInsideTheFileAreReported() {
    String data = "data:image/png;base64," + "A".repeat(3_000_000);
    Reading reading = read("<p>甲</p><img alt='集市' src=\"" + data + "\">");
    assertThat(reading.losses()).containsExactly(new Loss("picture.left-out", 1, "集市", null));
    assertThat(reading.blocks()).hasSize(1);
  }

  @Test
  void linksInsideTheFileAreOnlyWords() {
    assertThat(html("<p>正文<a href='#n1'>1</a></p>")).isEqualTo("<p>正文1</p>");
    assertThat(read("<p>正文<a href='#n1'>1</a></p>").losses()).isEmpty();
  }

  @Test
  void tooMuchIsRefused() {
    for (String html :
        List.of("<p>".repeat(200_001), "<table>".repeat(1_001), "x".repeat(2_000_001))) {
      assertThatThrownBy(() -> read("<html>" + html)).isInstanceOf(DocumentRefused.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'<!DOCTYPE html><p>', true",
    "'\uFEFF \n<HTML>', true",
    "'<p>甲', false",
    "'<htmlx>', false",
    "'', false"
  })
  void isRecognizedByItsStart(String text, boolean html) {
    assertThat(HtmlDocument.isHtml(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(html);
    if (!text.isEmpty()) {
      assertThat(HtmlDocument.isHtml(text.getBytes(StandardCharsets.UTF_16))).isEqualTo(html);
    }
  }

  @Test
  void aTableThatArrangesThePageIsOnlyItsContents() {
    assertThat(
            html(
                "<table><tr><td><h1>题</h1>第一段。<br><br>第二段。"
                    + "<table><tr><td>甲<td>乙</table></td></tr></table>"))
        .isEqualTo(
            "<h2>题</h2><p>第一段。</p><p>第二段。</p>"
                + "<table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>");
    assertThat(
            html(
                "<table><tr><td><img src='https://a.example/1.jpg'></td><td>左图。</td></tr></table>"))
        .endsWith("</figure><p>左图。</p>");
    assertThat(html("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>")).startsWith("<table>");
  }
}
