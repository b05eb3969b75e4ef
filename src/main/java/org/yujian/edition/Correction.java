package org.yujian.edition;

/**
 * The public record of a change made after publication.
 *
 * @param reason {@code typo}, {@code fact}, {@code title} or {@code update}
 */
public record Correction(String reason, String note) {

  /** What an import that publishes a changed document stands for. */
  public static Correction update() {
    return new Correction("update", null);
  }
}
