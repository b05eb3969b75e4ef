package org.yujian.edition;

/** Public record of a change made after publication; the note may be null. */
public record Correction(CorrectionClass reason, String note) {

  /** The correction of an import that publishes a changed document. */
  public static Correction update() {
    return new Correction(CorrectionClass.UPDATE, null);
  }

  /** Checks a request; 422 for a missing note, or {@code title} without a change of the title. */
  static Correction of(CorrectionRequest request, boolean otherTitle) {
    CorrectionClass reason = CorrectionClass.of(request.reason());
    if (otherTitle != (reason == CorrectionClass.TITLE)) {
      throw ArticleProblems.correctionClass(reason.value);
    }
    String note = request.note() == null || request.note().isBlank() ? null : request.note();
    if (note == null && reason.needsNote) {
      throw ArticleProblems.noteRequired();
    }
    return new Correction(reason, note);
  }
}
