package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.syndication.FeedFixtures.LINKS;
import static org.yujian.syndication.FeedFixtures.SITE;

import org.junit.jupiter.api.Test;
import org.yujian.media.Picture;

class FeedLinksTest {

  @Test
  void everyAddressOfABodyBecomesAbsolute() {
    assertThat(FeedFixtures.html())
        .contains(" href=\"" + SITE + "/a/b\"")
        .contains(" src=\"" + SITE + "/media/k/640.jpg\"")
        .contains(
            " srcset=\"" + SITE + "/media/k/320.webp 320w, " + SITE + "/media/k/640.webp 640w\"")
        .contains(
            " srcset=\"" + SITE + "/media/k/320.jpg 320w, " + SITE + "/media/k/640.jpg 640w\"")
        .contains(" src=\"https://other.example/p.png\"")
        .contains("src=&quot;/x&quot;")
        .doesNotContain("\"/");
  }

  @Test
  void withoutAPublicAddressBodiesStayAsTheyAre() {
    String html = "<p><img src=\"/media/k/1.jpg\" srcset=\"/media/k/1.jpg 1w\"></p>";
    assertThat(new FeedLinks("").absolute(html)).isEqualTo(html);
    assertThat(LINKS.absolute("<a href=\"//other.example/\">"))
        .isEqualTo("<a href=\"//other.example/\">");
  }

  @Test
  void picturesOfOtherServersKeepTheirAddressAndHaveNoType() {
    Picture other = Picture.at("https://other.example/p.png", "图");
    assertThat(LINKS.picture(other, 640)).isEqualTo("https://other.example/p.png");
    assertThat(LINKS.type(other)).isNull();
    assertThat(LINKS.picture(null, 640)).isNull();
    assertThat(LINKS.picture(FeedFixtures.COVER, 600))
        .isEqualTo(SITE + "/media/coverkey0000000000000x/640.jpg");
  }
}
