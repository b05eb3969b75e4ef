package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.document.Docx;

/** Text boxes and footnotes of Word files do not disturb the sentences that they belong to. */
class TextBoxTest {

  private static String box(String... paragraphs) {
    StringBuilder inside = new StringBuilder();
    for (String text : paragraphs) {
      inside.append("<w:p>").append(Docx.run(text)).append("</w:p>");
    }
    return "<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        + inside
        + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>";
  }

  private static String p(String... parts) {
    return "<w:p>" + String.join("", parts) + "</w:p>";
  }

  private static HealedArticle heal(Docx docx) {
    Document document = Healer.heal(docx.bytes(), DocumentFormat.DOCX, key -> false);
    assertThat(document.articles()).hasSize(1);
    return document.articles().get(0);
  }

  private static List<String> lines(Docx docx) {
    return heal(docx).body().lines();
  }

  @Test
  void aBoxInACutSentenceStandsBehindIt() {
    Docx docx =
        Docx.create()
            .heading(1, "中心启用")
            .raw(p(Docx.run("中心设有母婴室、饮水点和自助打"), box("办事指南：不打烊", "请排队。")))
            .raw("<w:p><w:r><w:br w:type='page'/></w:r></w:p>")
            .paragraph("印区，办事群众可以免费停车两小时。")
            .paragraph("周六也开放。");
    assertThat(lines(docx))
        .containsExactly("中心设有母婴室、饮水点和自助打印区，办事群众可以免费停车两小时。", "办事指南：不打烊", "请排队。", "周六也开放。");
    assertThat(heal(docx).joins()).hasSize(1);
  }

  @Test
  void aBoxBesideAWholeSentenceIsTextLikeAny() {
    Docx docx =
        Docx.create()
            .heading(1, "中心启用")
            .raw(p(Docx.run("中心昨天启用。"), box("一、办事指南", "请提前准备好材料，", "带上身份证。")))
            .paragraph("周六也开放。");
    assertThat(lines(docx)).containsExactly("中心昨天启用。", "一、办事指南", "请提前准备好材料，带上身份证。", "周六也开放。");
  }

  @Test
  void theBylineIsFoundAboveFootnotes() {
    Docx docx =
        Docx.create()
            .footnotes("<w:footnote w:id='1'>" + p(Docx.run("见公报。")) + "</w:footnote>")
            .heading(1, "中心启用")
            .raw(
                p(
                    Docx.run("每天接待八百人次"),
                    "<w:r><w:footnoteReference w:id='1'/></w:r>",
                    Docx.run("。（行政服务中心）")));
    assertThat(heal(docx).source()).isEqualTo("行政服务中心");
    assertThat(lines(docx)).containsExactly("每天接待八百人次[1]。", "[1] 见公报。");
    Document text =
        Healer.heal(
            "# 中心启用\n每天接待八百人次[1]。（行政服务中心）\n[1] 见公报。\n".getBytes(StandardCharsets.UTF_8),
            DocumentFormat.TEXT,
            key -> false);
    assertThat(text.articles().get(0).canonicalSha256()).isEqualTo(heal(docx).canonicalSha256());
  }
}
