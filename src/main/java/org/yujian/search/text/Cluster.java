package org.yujian.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/** A code point with the marks that join it, folded as a whole. */
final class Cluster {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private final FoldTable table;
  private final StringBuilder kept = new StringBuilder();
  private int marks;

  Cluster(FoldTable table) {
    this.table = table;
  }

  /** False when the fold drops it. */
  boolean add(int codePoint) {
    String folded = table.folded(codePoint);
    if (folded.isEmpty()) {
      return false;
    }
    int more = marks(folded);
    if (marks + more <= FoldTable.MAX_MARKS) {
      marks += more;
      kept.appendCodePoint(codePoint);
    }
    return true;
  }

  String folded() {
    String text = NFC.normalize(kept);
    while (true) {
      // J with a caron has no form of its own, j with a caron has: so again until it rests.
      String next = NFC.normalize(each(text));
      if (next.equals(text)) {
        return text;
      }
      text = next;
    }
  }

  private StringBuilder each(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> folded.append(table.folded(codePoint)));
    return folded;
  }

  private static int marks(String folded) {
    return (int)
        NFD.normalize(folded)
            .codePoints()
            .filter(c -> UCharacter.getCombiningClass(c) != 0)
            .count();
  }
}
