package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Counts right, wrong and missed joins on generated documents of fifteen kinds, and prints them.
 * {@code -Dhealing.seed=…} and {@code -Dhealing.documents=…} (of each kind) try others.
 */
class GeneratedDocumentsTest {

  private static final long SEED = Long.getLong("healing.seed", 1);
  private static final int DOCUMENTS = Integer.getInteger("healing.documents", 100);

  /** Of 1,000 wanted joins. */
  private static final int MOST_WRONG = 1;

  /**
   * A few words before a picture, which may be a heading, and ends of items without punctuation.
   */
  private static final int MOST_MISSED = 12;

  private static final int MOST_FURNITURE = 5;

  @Test
  void joinsAreThoseThatAnEditorWants() {
    System.out.println("Generated documents, seed " + SEED + ", " + DOCUMENTS + " of each kind");
    JoinScore all = new JoinScore();
    for (GeneratedBlocks.Genre genre : GeneratedBlocks.Genre.values()) {
      JoinScore score = new JoinScore();
      for (int i = 0; i < DOCUMENTS; i++) {
        score.add(GeneratedDocument.of(genre, SEED + i));
      }
      System.out.println(score.line(genre.name()));
      all.add(score);
    }
    System.out.println(all.line("all"));
    int thousands = all.wanted() / 1_000;
    assertThat(thousands).as("joins enough to count").isGreaterThan(4);
    assertThat(all.wrong()).as("wrong joins").isLessThanOrEqualTo(MOST_WRONG * thousands);
    assertThat(all.missed()).as("missed joins").isLessThanOrEqualTo(MOST_MISSED * thousands);
    assertThat(all.furniture()).as("furniture").isLessThanOrEqualTo(MOST_FURNITURE * thousands);
    assertThat(all.sources()).as("wrong sources").isZero();
  }
}
