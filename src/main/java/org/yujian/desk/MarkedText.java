package org.yujian.desk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.yujian.search.Highlight;

/** A text in pieces, some of which are marked because they were searched. */
record MarkedText(List<Piece> pieces) {

  /** A part of the text. */
  record Piece(String text, boolean marked) {}

  /**
   * @param offset code points before the text in the field or block that the places count in
   * @param places places of this field or block; parts outside of the text are left out
   */
  static MarkedText of(String text, int offset, List<Highlight> places) {
    int length = text.codePointCount(0, text.length());
    BitSet marked = new BitSet(length);
    for (Highlight place : places) {
      int from = Math.max(0, place.start() - offset);
      int to = Math.min(length, place.end() - offset);
      if (from < to) {
        marked.set(from, to);
      }
    }
    List<Piece> pieces = new ArrayList<>();
    int begin = 0;
    for (int at = 0; at < length; ) {
      boolean on = marked.get(at);
      int change = on ? marked.nextClearBit(at) : marked.nextSetBit(at);
      int until = change < 0 ? length : change;
      int end = text.offsetByCodePoints(begin, until - at);
      pieces.add(new Piece(text.substring(begin, end), on));
      begin = end;
      at = until;
    }
    return new MarkedText(pieces);
  }
}
