package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FoldingProgressTest {

  @Test
  void theBeginningEachTenthAndTheEndAreTold() {
    FoldingProgress progress = new FoldingProgress();
    assertThat(LongStream.of(0, 900, 20_000, 19_000, 17_500, 17_400, 9_000, 1, 0, 0, 500))
        .extracting(progress::line)
        .extracting(line -> line.map(text -> text.split(" ")[0]).orElse(""))
        .containsExactly("", "", "20,000", "", "2,500", "", "11,000", "19,999", "20,000", "", "");
  }

  @Test
  void whatComesMeanwhileIsCountedToo() {
    FoldingProgress progress = new FoldingProgress();
    progress.line(2_000);
    assertThat(progress.line(3_000).orElseThrow()).startsWith("3,000 articles");
    assertThat(progress.line(1_500).orElseThrow()).startsWith("1,500 of 3,000");
    assertThat(progress.line(1_500)).isEqualTo(Optional.empty());
  }
}
