package org.yujian.search.lucene;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The runs of one or two code points of a text; the position of a run is the number of code points
 * before it. Runs with a control character are left out, as no term contains one. Can be used again
 * after {@link #of}.
 */
final class GramTokenStream extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final boolean pairs;
  private String text = "";
  private int next;

  GramTokenStream(boolean pairs) {
    this.pairs = pairs;
  }

  GramTokenStream of(String newText) {
    text = newText;
    return this;
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    int steps = 0;
    while (next < text.length()) {
      int start = next;
      int first = text.codePointAt(start);
      next += Character.charCount(first);
      steps++;
      if (!pairs) {
        if (!Character.isISOControl(first)) {
          return token(start, next, steps);
        }
      } else if (next < text.length()) {
        int second = text.codePointAt(next);
        if (!Character.isISOControl(first) && !Character.isISOControl(second)) {
          return token(start, next + Character.charCount(second), steps);
        }
      }
    }
    return false;
  }

  private boolean token(int start, int end, int steps) {
    clearAttributes();
    term.append(text, start, end);
    increment.setPositionIncrement(steps);
    return true;
  }
}
