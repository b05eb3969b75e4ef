package org.yujian.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptLanguageTest {
  private static String preferred(String header) {
    return AcceptLanguage.preferred(header).orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        " | none",
        "`` | none",
        "- | none",
        "-- | none",
        "-en | none",
        "* | none",
        "*;q=0.5, zh;q=0.1 | zh",
        "en | en",
        "EN-gb | en",
        "en- | en",
        "cmn-Hans | zh",
        "zh-Hant-TW-x-private | zh",
        "fr, zh ; q=0.2 , en;q=0.3 | en",
        "zh;q=0.5,en;q=0.5 | zh",
        "zh;q=0,en;q=0.001 | en",
        "zh;Q=1.000 | zh",
        "zh;q=NaN,en;q=0.1 | en",
        "zh;q=Infinity | none",
        "zh;q=1e0 | none",
        "zh;q=2 | none",
        "zh;q=-1 | none",
        "zh;q=0.1234 | none",
        "zh;q=٠.٥ | none",
        "zh;q | none",
        "zh;level=1 | none",
        "zh;q=1;q=0 | none",
        ",;,;=,--;q=x,en | en",
        "ｅｎ | none",
        "english | none"
      })
  void theHighestWeightWinsAndWhatIsMalformedIsSkipped(String header, String expected) {
    assertThat(preferred(header)).isEqualTo(expected);
  }

  @Property(tries = 5_000)
  void anyTextIsRead(@ForAll("headers") String header) {
    assertThat(preferred(header)).isIn("en", "zh", "none");
    assertThat(preferred("en;q=0.9," + header)).isIn("en", "zh");
  }

  @Provide
  Arbitrary<String> headers() {
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(60);
    Arbitrary<String> parts =
        Arbitraries.of(
                "-",
                "--",
                ",",
                ";",
                "q=",
                "q",
                "=",
                "*",
                "0",
                "1",
                ".",
                "NaN",
                "zh",
                "en",
                " ",
                "\t",
                "x-",
                "i-",
                "\u00e4",
                "\u0000",
                "9".repeat(400),
                "-".repeat(400))
            .list()
            .ofMaxSize(30)
            .map(list -> String.join("", list));
    return Arbitraries.oneOf(any, parts);
  }

  @Property(tries = 20)
  void longHeadersCostNoMoreThanTheirLength(@ForAll("unit") String unit) {
    assertThat(preferred(unit.repeat(200_000 / unit.length()) + ",zh")).isIn("zh", "en");
  }

  @Provide
  Arbitrary<String> unit() {
    return Arbitraries.of("-", ",", ";", "q=", "en-", "a", " ", ";q=0.", "zh,", "--,", "*,");
  }
}
