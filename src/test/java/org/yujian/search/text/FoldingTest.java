package org.yujian.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "區人大, 区人大",
    "乾隆, 干隆",
    "乾燥, 干燥",
    "覆蓋, 复盖",
    "反覆, 反复",
    "瞭解, 了解",
    "憑藉, 凭借",
    "顯著, 显着",
    "著名, 着名",
    "裏面, 里面",
    "裡面, 里面",
    "皇后, 皇后",
    "以後, 以后",
    "頭髮, 头发",
    "發展, 发展",
    "臺灣, 台湾",
    "態度, 态度",
    "善治豫園, 善治豫园",
    "學院路, 学院路",
    "喫飯, 吃饭"
  })
  void traditionalIsFoundAsSimplified(String traditional, String simplified) {
    assertThat(Folding.fold(traditional)).isEqualTo(simplified);
    assertThat(Folding.fold(simplified)).isEqualTo(simplified);
  }

  @Test
  void bothWaysToWriteAWordFoldAlike() {
    assertThat(Folding.fold("显著")).isEqualTo(Folding.fold("顯著"));
    assertThat(Folding.fold("著名")).isEqualTo(Folding.fold("着名"));
    assertThat(Folding.fold("乾燥")).isEqualTo(Folding.fold("干燥"));
  }

  @ParameterizedTest
  @CsvSource({
    "ＡＩ, ai",
    "ａｉ, ai",
    "０８８, 088",
    "４月１０日, 4月10日",
    "（党群办）, (党群办)",
    "ﾃｽﾄ, テスト",
    "ｶﾞ, ガ",
    "㎏, kg",
    "①, 1",
    "Ⅷ, viii",
    "㍿, 株式会社",
    "ｱ, ア"
  })
  void widthAndCompatibilityFormsDoNotMatter(String wide, String narrow) {
    assertThat(Folding.fold(wide)).isEqualTo(narrow);
  }

  @ParameterizedTest
  @CsvSource({"ﬁne, fine", "oﬃce, office", "ﬀ, ff", "Straße, strasse", "STRASSE, strasse"})
  void ligaturesAreTheirLetters(String written, String folded) {
    assertThat(Folding.fold(written)).isEqualTo(folded);
  }

  @Test
  void caseDoesNotMatterInAnyLocale() {
    assertThat(Folding.fold("TITLE I")).isEqualTo("title i");
    assertThat(Folding.fold("İstanbul"))
        .isEqualTo("i\u0307stanbul")
        .isEqualTo(Folding.fold("i̇stanbul"));
    assertThat(Folding.fold("ΌΣΟΣ")).isEqualTo(Folding.fold("όσος"));
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    assertThat(Folding.fold("e\u0301")).isEqualTo("\u00E9").isEqualTo(Folding.fold("\u00C9"));
    assertThat(Folding.fold("J\u030C")).isEqualTo("\u01F0");
    assertThat(Folding.fold("a\u0323\u0302")).isEqualTo(Folding.fold("a\u0302\u0323"));
  }

  @Test
  void hangulSyllablesAreComposed() {
    assertThat(Folding.fold("\u1112\u1161\u11AB")).isEqualTo("한");
  }

  @Test
  void lettersOfHangulThatStandAloneStayAlone() {
    assertThat(Folding.fold("ㄱㅏ")).isEqualTo("ㄱㅏ").isEqualTo(Folding.fold("\uFFA1\uFFC2"));
  }

  @Test
  void arabicPresentationFormsAreTheirLetters() {
    assertThat(Folding.fold("\uFE8D\uFEDF\uFEB3\uFEFC\uFEE1")).isEqualTo("السلام");
  }

  @Test
  void charactersBeyondTheBmpStayWhole() {
    assertThat(Folding.fold("𠮷野家")).isEqualTo("𠮷野家");
    assertThat(Folding.fold("𝐀𝟘")).isEqualTo("a0");
    assertThat(Folding.fold("\uD840\uDC0C")).isEqualTo("\uD840\uDC0C");
    assertThat(Folding.fold("㑮")).isEqualTo("𫝈");
  }

  @Test
  void compatibilityIdeographsAndRadicalsAreWhatTheyLookLike() {
    assertThat(Folding.fold("\uF9DC")).isEqualTo("隆");
    assertThat(Folding.fold("\u2F00")).isEqualTo("一");
    assertThat(Folding.fold("\u2EC5\u2ED3\u2F08")).isEqualTo("见长人");
    assertThat(Folding.fold("\u2F81A")).isEqualTo(Folding.fold("\u2F81A"));
  }

  @ParameterizedTest
  @CsvSource({
    "200B", "200C", "200D", "200E", "202E", "2060", "2066", "FEFF", "00AD", "FE0F", "FE00", "E0100",
    "180E", "034F", "3164", "0000", "0001", "0007", "007F", "0080", "FFF9", "E0041"
  })
  void whatNobodySeesIsDropped(String hex) {
    String unseen = Character.toString(Integer.parseInt(hex, 16));
    assertThat(Folding.fold("态" + unseen + "度" + unseen)).isEqualTo("态度");
    assertThat(Folding.fold(unseen)).isEmpty();
  }

  @Test
  void emojiLoseTheirJoinersAndSelectors() {
    assertThat(Folding.fold("👩\u200D👩\u200D👧")).isEqualTo("👩👩👧");
    assertThat(Folding.fold("❤\uFE0F")).isEqualTo("❤");
    assertThat(Folding.fold("👍🏽")).isEqualTo("👍🏽");
  }

  @Test
  void anyWhiteSpaceIsOneSpaceAndNothingIsTrimmed() {
    assertThat(Folding.fold(" a \t\r\n\u3000\u00A0\u2028\u2029\u0085b\u2003")).isEqualTo(" a b ");
    assertThat(Folding.fold("a \u200B b")).isEqualTo("a b");
    assertThat(Folding.fold("")).isEmpty();
  }

  @Test
  void unpairedSurrogatesAreMarkedAndNeverPairUp() {
    assertThat(Folding.fold("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(Folding.fold("\uDE00")).isEqualTo("\uFFFD");
    assertThat(Folding.fold("\uD83D\u200B\uDE00")).isEqualTo("\uFFFD\uFFFD");
    assertThat(Folding.fold("\uD83D\u0301")).isEqualTo("\uFFFD\u0301");
  }

  @Test
  void ofTheMarksOnOneLetterTheFirstCount() {
    String many = "e" + "\u0301\u0316".repeat(500_000) + "f";
    String folded = Folding.fold(many);
    assertThat(folded).hasSizeLessThan(40).startsWith("é").endsWith("f");
    assertThat(Folding.fold(folded)).isEqualTo(folded);
  }
}
