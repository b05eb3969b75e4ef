package org.yujian.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.shared.text.Sha256;

/** What holds for each of Unicode's code points. */
class FoldTableTest {
  /** Of fold version 1. */
  private static final String DIGEST =
      "acbebd452729b69964074c7c8b7ee8b81094b1a6a1d0a79a7d75b742f38591d2";

  private static IntStream codePoints() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT);
  }

  private static String fold(int codePoint) {
    return Folding.fold(Character.toString(codePoint));
  }

  @Test
  void foldsAreThoseOfTheirVersion() {
    StringBuilder all = new StringBuilder();
    codePoints()
        .filter(c -> !fold(c).equals(Character.toString(c)))
        .forEach(c -> all.appendCodePoint(c).append(fold(c)).append('\n'));
    assertThat(Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_16BE))).isEqualTo(DIGEST);
  }

  @Test
  void foldingTwiceIsFoldingOnce() {
    assertThat(codePoints().filter(c -> !Folding.fold(fold(c)).equals(fold(c)))).isEmpty();
  }

  @Test
  void onlyMarksAndJamoJoinWhatStandsBefore() {
    UnicodeSet joining = new UnicodeSet("[[:gcb=Extend:][:gcb=SpacingMark:][:gcb=V:][:gcb=T:]]");
    assertThat(
            codePoints()
                .filter(c -> FoldTable.get().joinsBack(c))
                .filter(c -> !FoldTable.get().folded(c).isEmpty())
                .filter(c -> !joining.contains(c))
                .mapToObj(Integer::toHexString))
        .isEmpty();
  }

  @Test
  void nothingDroppedIsALetterOrADigitThatIsSeen() {
    assertThat(
            codePoints()
                .filter(c -> fold(c).isEmpty())
                .filter(UCharacter::isLetterOrDigit)
                .filter(
                    c -> !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)))
        .isEmpty();
  }

  @Test
  void aFoldedTextHoldsNoControl() {
    assertThat(codePoints().filter(c -> fold(c).chars().anyMatch(Character::isISOControl)))
        .isEmpty();
  }
}
