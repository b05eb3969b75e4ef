package org.yujian.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that look the same have one key; what is shown stays as it was written. */
class NameKeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "豫\u200B园", // zero-width space
        "豫\u00AD园", // soft hyphen
        "豫\u2060园", // word joiner
        "豫\uFE0F园", // variation selector 16
        "豫\uDB40\uDD00园", // variation selector 17, of ideographs
        "豫\uDB40\uDC41园", // tag A
        "豫\u3164园", // Hangul filler
        "豫\uFFA0园", // half-width Hangul filler
        "豫\u115F\u1160园",
        "豫\u034F园", // combining grapheme joiner
        "豫\u180E园",
        "\u200D豫\u200C园\uFEFF",
        " 豫园\u3000",
        "豫园 \u200B "
      })
  void whatCannotBeSeenMakesNoOtherName(String name) {
    assertThat(NameKeys.unique(name)).isEqualTo("豫园");
    assertThat(NameKeys.slug(name)).isEqualTo("yu-yuan");
  }

  @Test
  void everyIgnorableCodePointOfUnicodeIsDropped() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
        .forEach(
            c -> {
              String name = "豫" + Character.toString(c) + "园";
              assertThat(NameKeys.unique(name)).as("U+%04X", c).isEqualTo("豫园");
              assertThat(Pattern.compile(NameKeys.ignorablePattern()).matcher(name).find())
                  .isTrue();
            });
  }

  @Test
  void whatCanBeSeenMakesAnotherName() {
    assertThat(NameKeys.unique("豫 园")).isEqualTo("豫 园");
    assertThat(NameKeys.unique("豫·园")).isEqualTo("豫·园");
    assertThat(NameKeys.unique("豫园Ａ")).isEqualTo("豫园A");
    assertThat(NameKeys.unique("豫园a")).isNotEqualTo(NameKeys.unique("豫园A"));
    assertThat(NameKeys.unique("豫園")).isNotEqualTo("豫园");
    assertThat(Pattern.compile(NameKeys.ignorablePattern()).matcher("豫 园-^A").find()).isFalse();
  }

  @Test
  void whatAnIgnorableKeepsApartIsComposed() {
    // Its key is that of the word with é in one code point.
    assertThat(NameKeys.unique("Cafe\u034F\u0301")).isEqualTo("Caf\u00E9");
    assertThat(NameKeys.unique("Cafe\u200B\u0301")).isEqualTo("Caf\u00E9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "豫\u200B园",
        "Cafe\u200B\u0301",
        "می\u200Cخواهم",
        "👨\u200D👩\u200D👧",
        "\u3164 \u200B",
        "甲"
      })
  void theKeyOfAKeyIsTheKey(String name) {
    String key = NameKeys.unique(name);
    assertThat(NameKeys.unique(key)).isEqualTo(key);
  }

  /**
   * A family of three and three people, a word with and without its joint: one key, shown apart.
   */
  @Test
  void joinersInEmojiAndPersianAreShownButMakeNoOtherName() {
    assertThat(NameKeys.unique("👨\u200D👩\u200D👧")).isEqualTo(NameKeys.unique("👨👩👧"));
    assertThat(NameKeys.clean("👨\u200D👩\u200D👧")).isEqualTo("👨\u200D👩\u200D👧");
    assertThat(NameKeys.unique("می\u200Cخواهم")).isEqualTo(NameKeys.unique("میخواهم"));
    assertThat(NameKeys.clean("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
    assertThat(NameKeys.clean("我\u2764\uFE0F")).isEqualTo("我\u2764\uFE0F");
    assertThat(NameKeys.clean("豫\u200B园")).isEqualTo("豫\u200B园");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u3000",
        "\u200B",
        "\u3164",
        "\uFE0F",
        "\u3164 \u115F\u200B\u034F",
        "\uDB40\uDC41"
      })
  void aNameThatCannotBeSeenIsBlank(String name) {
    assertThat(NameKeys.clean(name)).isEmpty();
    assertThat(NameKeys.unique(name)).isEmpty();
  }

  @Test
  void invisibleCharactersAreRevealed() {
    assertThat(NameKeys.revealed("豫\u200B园\uDB40\uDD00")).isEqualTo("豫<U+200B>园<U+E0100>");
    assertThat(NameKeys.revealed("豫园 A")).isEqualTo("豫园 A");
  }
}
