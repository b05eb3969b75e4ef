package org.yujian.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void cutsNoWordInTwo() {
    String start = "字".repeat(48);
    assertThat(Digest.of(body(start + "使用 International 标准"))).isEqualTo(start + "使用");
    assertThat(Digest.of(body(start + "，发放1,234,567份。"))).isEqualTo(start + "，发放");
    assertThat(Digest.of(body(start + "，见https://example.org/a。"))).isEqualTo(start + "，见");
    assertThat(Digest.of(body(start + "Yujian，字字"))).isEqualTo(start + "Yujian");
    assertThat(Digest.of(body("words ".repeat(20)))).isEqualTo("words ".repeat(9).strip());
    assertThat(Digest.of(body("word ".repeat(10) + "word, word"))).endsWith("word word");
    assertThat(Digest.of(body("don't ".repeat(20)))).isEqualTo("don't ".repeat(9).strip());
  }

  /** A word as long as half the digest says more cut than not at all. */
  @Test
  void cutsAWordThatIsTooLong() {
    assertThat(Digest.of(body("a".repeat(100)))).isEqualTo("a".repeat(54));
    assertThat(Digest.of(body("字".repeat(20) + "a".repeat(100))))
        .isEqualTo("字".repeat(20) + "a".repeat(34));
    assertThat(Digest.of(body("字".repeat(36) + "a".repeat(100)))).isEqualTo("字".repeat(36));
  }

  @Test
  void cutsNothingThatReadersSeeAsOneCharacter() {
    String family = "👨‍👩‍👧‍👦";
    assertThat(Digest.of(body("字".repeat(50) + family + "字"))).isEqualTo("字".repeat(50));
    assertThat(Digest.of(body("字".repeat(53) + "🇨🇳字"))).isEqualTo("字".repeat(53));
    assertThat(Digest.of(body("字".repeat(53) + "e\u0301字"))).isEqualTo("字".repeat(53));
    assertThat(Digest.of(body("字".repeat(53) + "か\u3099字"))).isEqualTo("字".repeat(53));
  }

  @Test
  void holdsNoTabsAndEndsInNothingThatAnnouncesMore() {
    assertThat(Digest.of(body("姓名\t电话", "张三\t\t1234"))).isEqualTo("姓名 电话 张三 1234");
    String start = "字".repeat(52);
    assertThat(Digest.of(body(start + "，“引文”"))).isEqualTo(start);
    assertThat(Digest.of(body(start + "：《书》"))).isEqualTo(start);
    assertThat(Digest.of(body(start + "。完了。"))).isEqualTo(start + "。完");
    assertThat(Digest.of(body("全文，"))).isEqualTo("全文，");
    assertThat(Digest.of(body("，".repeat(60)))).isEqualTo("，".repeat(54));
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
