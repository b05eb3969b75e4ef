package org.yujian.ingest.healing;

/** Counts open quotes and brackets piece by piece, so that a long paragraph is read once. */
final class Quotation {

  private static final String OPENING = "“「『《〈（(【〔";
  private static final String CLOSING = "”」』》〉）)】〕";

  private final int[] open = new int[OPENING.length()];
  private boolean straightOpen;

  void read(CharSequence piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '"' || c == '＂') {
        straightOpen = !straightOpen;
        continue;
      }
      int opening = OPENING.indexOf(c);
      if (opening >= 0) {
        open[opening]++;
        continue;
      }
      int closing = CLOSING.indexOf(c);
      // A closing mark without an opening one (1）报名) is ignored.
      if (closing >= 0 && open[closing] > 0) {
        open[closing]--;
      }
    }
  }

  static boolean isLeftOpen(CharSequence text) {
    Quotation quotation = new Quotation();
    quotation.read(text);
    return quotation.isOpen();
  }

  boolean isOpen() {
    for (int count : open) {
      if (count > 0) {
        return true;
      }
    }
    return straightOpen;
  }

  boolean isClosedBy(int c) {
    int closing = CLOSING.indexOf(c);
    return closing >= 0 ? open[closing] > 0 : (c == '"' || c == '＂') && straightOpen;
  }
}
