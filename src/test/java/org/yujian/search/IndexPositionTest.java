package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yujian.change.SyncToken;

/** What is stored beside an index, and how far its filling is said to be. */
class IndexPositionTest {
  private static final SyncToken TOKEN = new SyncToken(-3, 7, 9, 11);
  private static final IndexRules RULES = new IndexRules(1, 4, 2);

  @Test
  void positionsAreReadAsTheyWereWritten() {
    IndexPosition start = IndexPosition.start(TOKEN, 5);
    IndexPosition middle = start.filled(-17, 100);
    IndexPosition whole = middle.filled(Long.MIN_VALUE, 3).at(TOKEN).complete().purged(6);
    assertThat(IndexPosition.of(start.text())).contains(start);
    assertThat(IndexPosition.of(middle.text())).contains(middle);
    assertThat(IndexPosition.of(whole.text())).contains(whole);
    assertThat(middle.filling()).isTrue();
    assertThat(whole.filling()).isFalse();
    assertThat(whole.done()).isEqualTo(103);
  }

  @Test
  void anyOtherTextIsNoPosition() {
    String text = IndexPosition.start(TOKEN, 5).text();
    assertThat(IndexPosition.of("")).isEmpty();
    assertThat(IndexPosition.of("whole")).isEmpty();
    assertThat(IndexPosition.of(text + "x")).isEmpty();
    assertThat(IndexPosition.of(text.replaceFirst("\\d+", "x"))).isEmpty();
  }

  @Test
  void namesSayWhatAnIndexIsMadeBy() {
    GenerationName name = new GenerationName(RULES, -3, 12);
    assertThat(name.text()).isEqualTo("1-4-2-fffffffffffffffd-12");
    assertThat(GenerationName.of(name.text())).contains(name);
    assertThat(GenerationName.of("1-4-2-fffffffffffffffd")).isEmpty();
    assertThat(GenerationName.of("other")).isEmpty();
    IndexRules otherTokens = new IndexRules(1, 4, 3);
    assertThat(name.follows(RULES, -3)).isTrue();
    assertThat(name.follows(RULES, -4)).isFalse();
    assertThat(name.follows(otherTokens, -3)).isFalse();
    assertThat(name.searchable(otherTokens, -3)).isTrue();
    assertThat(name.searchable(otherTokens, -4)).isFalse();
    assertThat(name.searchable(new IndexRules(2, 4, 2), -3)).isFalse();
  }

  @Test
  void theConsoleHearsOfLongFillings() {
    FillingProgress begin = new FillingProgress(false, 0, 2_000);
    assertThat(begin.line(FillingProgress.UNKNOWN))
        .contains("0 of 2,000 articles are in the new search index");
    FillingProgress some = begin.done(150);
    assertThat(some.line(begin)).isEmpty();
    assertThat(begin.done(200).line(some))
        .contains("200 of 2,000 articles are in the new search index");
    FillingProgress last = begin.done(2_100);
    assertThat(last.percent()).isEqualTo(99);
    assertThat(last.complete().percent()).isEqualTo(100);
    assertThat(last.complete().line(last)).contains("The search index is complete");
    assertThat(last.complete().line(last.complete())).isEmpty();
    assertThat(new FillingProgress(true, 5_000, 5_000).line(FillingProgress.UNKNOWN))
        .isEqualTo(Optional.empty());
    assertThat(new FillingProgress(false, 0, 20).line(FillingProgress.UNKNOWN)).isEmpty();
  }
}
