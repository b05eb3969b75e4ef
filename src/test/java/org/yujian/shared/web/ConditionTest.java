package org.yujian.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The choice between codings and 304 costs what was asked for and no more. */
class ConditionTest {
  private final Representation body = new Representation(new byte[10_000], "application/json");

  @Test
  void whoAsksForNoCompressionAndNamesNoTagCostsNone() {
    for (List<String> none : Arrays.asList(null, List.<String>of())) {
      assertThat(Condition.of(body, none, none))
          .isEqualTo(new Condition(body.plainTag(), false, false));
    }
    assertThat(body.compressed()).isFalse();
  }

  @Test
  void theTagOfEitherCodingIsGood() {
    for (String tag : List.of(body.plainTag(), body.gzipTag())) {
      assertThat(Condition.of(body, List.of(), List.of(tag)))
          .isEqualTo(new Condition(tag, false, true));
      assertThat(Condition.of(body, List.of("gzip"), List.of(tag)))
          .isEqualTo(new Condition(tag, true, true));
    }
  }
}
