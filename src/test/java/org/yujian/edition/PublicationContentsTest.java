package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.FrontMatter;
import org.yujian.body.Provenance;
import org.yujian.media.Picture;

/** The hash that signatures of a review are bound to. */
class PublicationContentsTest {
  private static final UUID ARTICLE = new UUID(1, 2);
  private static final UUID TARGET = new UUID(3, 4);

  private static final Provenance REPRINT = new Provenance("日报", "原题", "李四", "https://example.org");

  private static FrontMatter front() {
    return new FrontMatter(
        "专题", "甲", "副题", "摘要", "办公室", "张三", Picture.at("https://example.org/a.png", "图"));
  }

  private static Body body(Block block) {
    return Body.of(List.of(block));
  }

  private static PublicationContents.Part part(FrontMatter front, Body body) {
    return new PublicationContents.Part(ARTICLE, 1, "draft", 0, front, List.of("x"), REPRINT, body);
  }

  private static String sha256(PublicationContents.Part... parts) {
    return PublicationContents.sha256(List.of(parts), List.of(TARGET));
  }

  /** Another hash voids the signatures of all reviews under way when a release is installed. */
  @Test
  void releasesKeepTheHash() {
    assertThat(sha256(part(front(), body(Block.paragraph("正文。", List.of())))))
        .isEqualTo("7ddb90756727bef1b3e58bafc703d8600ec57c0e43f49915ada6f17c0e9936e3");
  }

  @Test
  void everythingThatReadersSeeIsInTheHash() {
    Body text = body(Block.paragraph("正文。", List.of()));
    FrontMatter front = front();
    List<PublicationContents.Part> others =
        List.of(
            part(front, text),
            part(front.withDigest("别的"), text),
            part(FrontMatter.EMPTY, text),
            part(front, body(Block.quote("正文。", List.of()))),
            part(front, body(Block.heading(2, "正文。", List.of()))),
            new PublicationContents.Part(
                new UUID(1, 3), 1, "draft", 0, front, List.of("x"), REPRINT, text),
            new PublicationContents.Part(
                ARTICLE, 2, "draft", 0, front, List.of("x"), REPRINT, text),
            new PublicationContents.Part(
                ARTICLE, 1, "published", 1, front, List.of("x"), REPRINT, text),
            new PublicationContents.Part(
                ARTICLE, 1, "published", 2, front, List.of("x"), REPRINT, text),
            new PublicationContents.Part(
                ARTICLE, 1, "withdrawn", 1, front, List.of("x"), REPRINT, text),
            new PublicationContents.Part(ARTICLE, 1, "draft", 0, front, List.of(), REPRINT, text),
            new PublicationContents.Part(ARTICLE, 1, "draft", 0, front, List.of("x"), null, text));
    assertThat(others.stream().map(PublicationContentsTest::sha256)).doesNotHaveDuplicates();
    String one = sha256(part(front, text));
    assertThat(sha256(part(front, text), part(front, text))).isNotEqualTo(one);
    assertThat(PublicationContents.sha256(List.of(part(front, text)), List.of())).isNotEqualTo(one);
  }
}
