package org.yujian.ingest.healing;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yujian.ingest.healing.SourceLine.Form;

/** Finds signatures: short lines without punctuation directly before a date. */
final class Signatures {

  private final Set<SourceLine> found = Collections.newSetFromMap(new IdentityHashMap<>());

  Signatures(List<SourceLine> lines) {
    boolean before = false;
    for (int i = lines.size() - 1; i >= 0; i--) {
      SourceLine line = lines.get(i);
      if (line.isBetween()) {
        continue;
      }
      boolean one = before && line.form() == Form.TEXT && isSignature(line.text());
      if (one) {
        found.add(line);
      }
      before = one || isDate(line);
    }
  }

  /** Whether the line is a signature. */
  boolean isOne(SourceLine line) {
    return found.contains(line);
  }

  static boolean isDate(SourceLine line) {
    return line != null && line.form() == Form.TEXT && Shape.isDate(line.text());
  }

  private static boolean isSignature(String text) {
    return Shape.isSignature(text) && !Shape.isDate(text);
  }
}
