package org.yujian.edition;

/**
 * The public record of a change made after publication.
 *
 * @param reason {@code typo}, {@code fact}, {@code title} or {@code update}
 */
public record Correction(String reason, String note) {

  private static final String FACT = "fact";
  private static final String TITLE = "title";

  /** What an import that publishes a changed document stands for. */
  public static Correction update() {
    return new Correction("update", null);
  }

  /**
   * An editor's correction; 422 when it needs a note and has none, or does not say of the title
   * what happened to it.
   */
  static Correction of(CorrectionRequest request, boolean otherTitle) {
    String reason = request.reason();
    if (otherTitle != reason.equals(TITLE)) {
      throw ArticleProblems.correctionClass(reason);
    }
    String note = request.note() == null || request.note().isBlank() ? null : request.note();
    if (note == null && (reason.equals(FACT) || reason.equals(TITLE))) {
      throw ArticleProblems.noteRequired();
    }
    return new Correction(reason, note);
  }
}
