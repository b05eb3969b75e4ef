package org.yujian.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.media.Picture;
import org.yujian.shared.json.Json;

/** The forms and values that are derived from a body's blocks. */
class BodyTest {

  private static final Body BODY =
      Body.of(
          List.of(
              Block.heading(2, "一、<题>", List.of()),
              Block.paragraph("𠮷 & \"重\"点", List.of(new Span(5, 6, Span.STRONG, null))),
              Block.paragraph("白日\n黄河", List.of()),
              Block.list(List.of("- 甲", "- 乙"), List.of(new Span(2, 3, Span.EM, null))),
              Block.list(List.of("7. 丙", "8. 丁"), List.of()),
              Block.table(List.of(List.of("a", "b"), List.of("1", "2")), List.of()),
              Block.table(
                  List.of(List.of("头", ""), List.of("甲")),
                  List.of(new Cell(0, 0, true, 2, null), new Cell(1, 0, null, null, 100)),
                  List.of()),
              Block.figure(Picture.at("https://example.org/a.jpg", "替"), "图为", List.of()),
              Block.figure(Picture.at("javascript:x", null), null, List.of())));

  @Test
  void linesAreWhatTheHashesCount() {
    assertThat(BODY.lines())
        .containsExactly(
            "一、<题>",
            "𠮷 & \"重\"点",
            "白日",
            "黄河",
            "- 甲",
            "- 乙",
            "7. 丙",
            "8. 丁",
            "a\tb",
            "1\t2",
            "头\t",
            "甲",
            "图为");
    assertThat(Body.of(List.of(Block.paragraph("𠮷\n字", null))).characters()).isEqualTo(2);
  }

  @Test
  void htmlHoldsOnlyTheSubset() {
    assertThat(BODY.html())
        .startsWith("<h2>一、&lt;题&gt;</h2><p>𠮷 &amp; &quot;<strong>重</strong>&quot;点</p>")
        .contains("<p>白日<br>黄河</p><ul><li><em>甲</em></li><li>乙</li></ul>")
        .contains("<ol start=\"7\"><li>丙</li><li>丁</li></ol>")
        .contains("<tr><td>a</td><td>b</td></tr>")
        .contains("<img src=\"https://example.org/a.jpg\" alt=\"替\"><figcaption>图为</figcaption>")
        .doesNotContain("javascript");
  }

  /** Markdown has no word for a cell that covers others; the text is the same as without. */
  @Test
  void cellsThatAreMoreThanPlainChangeTheHtmlAlone() {
    List<List<String>> rows = List.of(List.of("a"), List.of("1", "2"));
    Cell wide = new Cell(0, 0, true, null, 2);
    Cell plain = new Cell(1, 1, false, 1, 1);
    Body body = Body.of(List.of(Block.table(rows, List.of(wide, plain), List.of())));
    Body bare = Body.of(List.of(Block.table(rows, List.of())));
    assertThat(body.html()).contains("<tr><th colspan=\"2\">a</th></tr><tr><td>1</td><td>2</td>");
    assertThat(body.blocks().get(0).cells()).containsExactly(wide);
    assertThat(body.text()).isEqualTo(bare.text()).isEqualTo("a\n1\t2");
    assertThat(body.markdown()).isEqualTo(bare.markdown());
    assertThat(body.blocks().get(0).id()).isEqualTo(bare.blocks().get(0).id());
  }

  @Test
  void linksAreSafe() {
    Span bad = new Span(0, 1, Span.LINK, "javascript:alert(1)");
    Span good = new Span(1, 2, Span.LINK, "https://example.org/?a=1&b=\"");
    assertThat(Body.of(List.of(Block.paragraph("坏好", List.of(bad, good)))).html())
        .isEqualTo(
            "<p>坏<a href=\"https://example.org/?a=1&amp;b=&quot;\" rel=\"nofollow noopener noreferrer\">好</a></p>");
  }

  @Test
  void crossingMarksAreNested() {
    List<Span> spans = List.of(new Span(0, 2, Span.STRONG, null), new Span(1, 3, Span.EM, null));
    assertThat(Body.of(List.of(Block.paragraph("甲乙丙", spans))).html())
        .isEqualTo("<p><strong>甲<em>乙</em></strong><em>丙</em></p>");
  }

  @Test
  void idsStayWhileTheTextDoes() {
    Body before = Body.of(List.of(Block.paragraph("甲", null), Block.paragraph("甲", null)));
    Body after =
        Body.of(
            List.of(
                Block.paragraph("新", null),
                Block.paragraph("甲", null),
                Block.paragraph("甲", null)));
    assertThat(after.blocks().subList(1, 3)).isEqualTo(before.blocks());
    assertThat(before.blocks().get(0).id()).isNotEqualTo(before.blocks().get(1).id());
  }

  @Test
  void jsonKeepsEverything() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(BODY);
    assertThat(json).doesNotContain("null").startsWith("{\"blocks\":[{\"id\":");
    assertThat(mapper.readValue(json, Body.class)).isEqualTo(BODY);
  }

  @Test
  void blocksOfANewerReleaseAreShownAsTheirLines() throws JsonProcessingException {
    String stored =
        """
        {"blocks": [{"id": "a", "type": "poem", "items": ["春眠", "*不觉晓"],
          "spans": [{"start": 0, "end": 2, "kind": "strong"}]}, {"id": "b", "type": "rule"}]}
        """;
    Body body = Json.mapper().readValue(stored, Body.class);
    assertThat(body.blocks()).extracting(Block::kind).containsOnly(Block.Kind.UNKNOWN);
    assertThat(body.html()).isEqualTo("<p><strong>春眠</strong><br>*不觉晓</p><p></p>");
    assertThat(body.markdown()).isEqualTo("**春眠**\\\n\\*不觉晓\n\n\n");
    assertThat(Json.mapper().readTree(Json.mapper().writeValueAsString(body)))
        .isEqualTo(Json.mapper().readTree(stored));
  }
}
