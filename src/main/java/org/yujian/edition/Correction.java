package org.yujian.edition;

/**
 * Public record of a change made after publication.
 *
 * @param reason {@code typo}, {@code fact}, {@code title} or {@code update}
 */
public record Correction(String reason, String note) {

  private static final String FACT = "fact";
  private static final String TITLE = "title";

  /** The correction recorded when an import publishes a changed document. */
  public static Correction update() {
    return new Correction("update", null);
  }

  /** Checks a request; 422 if a note is missing or {@code title} does not fit the change. */
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
