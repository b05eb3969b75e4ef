package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.edition.body.Block;
import org.yujian.edition.body.Body;

/** What is derived from a body where its editor gave nothing: first words and reading time. */
class DigestTest {

  @Test
  void isTheFirst54CodePointsOfTheText() {
    assertThat(Digest.of(body("字".repeat(60)))).isEqualTo("字".repeat(54));
    assertThat(Digest.of(body("字".repeat(54)))).isEqualTo("字".repeat(54));
    assertThat(Digest.of(body("短"))).isEqualTo("短");
  }

  @Test
  void countsCodePointsAndCutsNoCharacterInTwo() {
    assertThat(Digest.of(body("𠮷".repeat(60)))).isEqualTo("𠮷".repeat(54));
    assertThat(Digest.of(body("a" + "𠮷".repeat(60)))).isEqualTo("a" + "𠮷".repeat(53));
  }

  @Test
  void joinsLinesByASpaceAndEndsWithoutOne() {
    assertThat(Digest.of(body("第一段。", "第二段。"))).isEqualTo("第一段。 第二段。");
    assertThat(Digest.of(body("字".repeat(53), "下一段"))).isEqualTo("字".repeat(53));
    assertThat(Digest.of(body("一\n二"))).isEqualTo("一 二");
  }

  @Test
  void anEmptyBodyHasNone() {
    assertThat(Digest.of(body())).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "6, 1", "7, 2", "400, 60", "401, 61", "1200, 180", "200000, 30000"})
  void readingTakesAMinuteFor400CharactersRoundedUp(int characters, int seconds) {
    assertThat(ReadingTime.seconds(characters)).isEqualTo(seconds);
  }

  private static Body body(String... paragraphs) {
    return Body.of(Stream.of(paragraphs).map(text -> Block.paragraph(text, List.of())).toList());
  }
}
