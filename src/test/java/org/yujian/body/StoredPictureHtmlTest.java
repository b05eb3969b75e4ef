package org.yujian.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.media.Picture;

/** Pictures of this server in HTML and Markdown. */
class StoredPictureHtmlTest {

  private static final Picture STORED =
      new Picture(
          "/media/AAAAAAAAAAAAAAAAAAAAAA/{w}.jpg",
          List.of("webp", "jpg"),
          List.of(320, 640, 1080),
          1_400,
          800,
          null,
          null,
          "#ff0000",
          null,
          null,
          "灯会",
          null);

  private static Body body(Picture picture) {
    return Body.of(List.of(Block.paragraph("灯会开了。", null), Block.figure(picture, "图为灯会。", null)));
  }

  @Test
  void phonesChooseAmongTheWidthsAndNothingJumps() {
    assertThat(body(STORED).html())
        .contains(
            "<source type=\"image/webp\" srcset=\"/media/AAAAAAAAAAAAAAAAAAAAAA/320.webp 320w,")
        .contains("src=\"/media/AAAAAAAAAAAAAAAAAAAAAA/1080.jpg\"")
        .contains("width=\"1400\" height=\"800\" loading=\"lazy\"")
        .doesNotContain("{w}");
  }

  @Test
  void readAgainTheHtmlGivesTheSamePictureAndLosesNothing() {
    Cleaned read = new GivenBody(body(STORED).html(), null, null).read("");
    assertThat(read.dropped()).isEmpty();
    Block figure = read.body().blocks().get(1);
    assertThat(figure.image().url()).isEqualTo("/media/AAAAAAAAAAAAAAAAAAAAAA/1080.jpg");
    assertThat(figure.image().alt()).isEqualTo("灯会");
    assertThat(figure.text()).isEqualTo("图为灯会。");
  }

  @Test
  void markdownNamesTheWidestOne() {
    Cleaned read = new GivenBody(null, body(STORED).markdown(), null).read("");
    assertThat(read.dropped()).isEmpty();
    assertThat(read.body().blocks().get(1).image().url())
        .isEqualTo("/media/AAAAAAAAAAAAAAAAAAAAAA/1080.jpg");
  }

  @Test
  void anAnimationMoves() {
    Picture moving =
        new Picture(
            STORED.url(),
            STORED.formats(),
            STORED.widths(),
            400,
            300,
            null,
            "/media/AAAAAAAAAAAAAAAAAAAAAA/animation.gif",
            null,
            null,
            null,
            null,
            null);
    assertThat(body(moving).html())
        .contains("<img src=\"/media/AAAAAAAAAAAAAAAAAAAAAA/animation.gif\"")
        .doesNotContain("srcset");
  }

  @Test
  void aRicherFormHasTheFeaturesOfThePoorerOne() {
    Body rich = body(STORED);
    Body poor = Body.of(List.of(Block.paragraph("灯会开了。", null), Block.paragraph("图为灯会。", null)));
    assertThat(rich.canonicalSha256(null, null, null))
        .isEqualTo(poor.canonicalSha256(null, null, null));
    assertThat(rich.features()).containsAll(poor.features());
    assertThat(poor.features()).doesNotContainAnyElementsOf(rich.features());
  }

  @Test
  void aCaptionWithoutItsPictureAndAListInTwoPartsArePoorer() {
    Body caption =
        Body.of(List.of(Block.paragraph("灯会开了。", null), Block.figure(null, "图为灯会。", null)));
    assertThat(body(STORED).features()).containsAll(caption.features());
    assertThat(caption.features()).hasSize(1);
    Body one = Body.of(List.of(Block.list(List.of("- 甲", "1. 乙"), List.of())));
    Body two =
        Body.of(
            List.of(Block.list(List.of("- 甲"), List.of()), Block.list(List.of("1. 乙"), List.of())));
    assertThat(one.features()).isEqualTo(two.features()).hasSize(2);
  }

  @Test
  void anEmptyListOfBlocksBesideHtmlIsNoSecondForm() {
    Cleaned read = new GivenBody("<p>灯会开了。</p>", null, List.of()).read("");
    assertThat(read.body().lines()).containsExactly("灯会开了。");
    assertThat(new GivenBody(null, null, List.of()).isAbsent()).isFalse();
  }
}
