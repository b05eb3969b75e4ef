package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Seed;

class XmlTextTest {

  private static String readBack(String text) {
    XmlView xml = XmlView.of(new XmlText().start("r").element("t", text, "a", text).end().text());
    return xml.texts("/r/t").get(0);
  }

  @Test
  void markupAndEmojiComeBackAsTheyWere() {
    String text = "<a href=\"x\">&amp; ]]> 'é' 豫 😀 \u0085 \u2028";
    assertThat(readBack(text)).isEqualTo(text);
  }

  @Test
  void charactersThatXmlCannotHoldAreDropped() {
    assertThat(readBack("a\u0000\u0008\u000B\u001F\uFFFE\uFFFFb\uD83D c\uDE00 d\tn"))
        .isEqualTo("ab c d\tn");
  }

  @Test
  void anAttributeWithoutValueIsLeftOut() {
    assertThat(new XmlText().empty("r", "a", null, "b", "1").text()).contains("<r b=\"1\"/>");
  }

  @Test
  void anyTextIsWellFormed() {
    Random random = Seed.random("xmlText");
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 50; k++) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      // A parser turns every line end into LF.
      String expected = XmlText.storable(text.toString()).replace("\r\n", "\n").replace('\r', '\n');
      assertThat(readBack(text.toString())).isEqualTo(expected);
    }
  }
}
