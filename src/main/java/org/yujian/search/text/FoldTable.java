package org.yujian.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.BitSet;

/** What the fold makes of a single code point. Made once, at the first fold. */
final class FoldTable {
  /** Of the marks on one letter that many count; more of them are not looked at. */
  static final int MAX_MARKS = 30;

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  private final Simplified simplified = Simplified.load();
  private final char[] plain = new char[0x10000];
  private final BitSet joinsBack = new BitSet(0x10000);

  private FoldTable() {
    for (int c = 0; c < plain.length; c++) {
      if (isItself(c)) {
        plain[c] = (char) c;
      } else if (!Character.isSurrogate((char) c)) {
        add(c, compute(c));
      }
    }
  }

  private void add(int c, String folded) {
    boolean joins = !isHan(c) && computeJoinsBack(c, folded);
    joinsBack.set(c, joins);
    if (!joins && folded.length() == 1) {
      plain[c] = folded.charAt(0);
    }
  }

  /** Whole ranges that need no look: syllables of Hangul and private use. */
  private static boolean isItself(int c) {
    return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xE000 && c <= 0xF8FF);
  }

  static FoldTable get() {
    return Holder.TABLE;
  }

  /**
   * By UTF-16 unit: the one unit that it becomes, wherever it stands; 0 for what is dropped,
   * becomes several, joins what stands before it, or is half of a pair.
   */
  char[] plain() {
    return plain;
  }

  /** Whether it belongs to the code point before it: a mark, or nothing that is seen. */
  boolean joinsBack(int codePoint) {
    return codePoint < plain.length
        ? joinsBack.get(codePoint)
        : computeJoinsBack(codePoint, folded(codePoint));
  }

  /** Empty when it is dropped. */
  String folded(int codePoint) {
    return codePoint < plain.length && plain[codePoint] != 0
        ? String.valueOf(plain[codePoint])
        : compute(codePoint);
  }

  private String compute(int c) {
    if (isHan(c)) {
      return UCharacter.toString(simplified.of(c));
    }
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      return "\uFFFD";
    }
    if (UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE)) {
      return " ";
    }
    if (UCharacter.isISOControl(c) || isAnnotation(c)) {
      return "";
    }
    if (isWideJamo(c)) {
      return UCharacter.toString(c);
    }
    if (isNarrowJamo(c)) {
      return compute(NFKC.getRawDecomposition(c).charAt(0));
    }
    return simplified.of(NFKC_CASEFOLD.normalize(UCharacter.toString(c)));
  }

  private static boolean computeJoinsBack(int codePoint, String folded) {
    return folded.isEmpty()
        || !NFC.hasBoundaryBefore(codePoint)
        || !NFC.hasBoundaryBefore(folded.codePointAt(0));
  }

  /** Unified ideographs: no form of theirs is a compatibility form, most of any Chinese text. */
  private static boolean isHan(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c < 0x2F800)
        || (c >= 0x30000 && c < 0x3FFFE);
  }

  /**
   * Letters of Hangul that stand alone. NFKC would make them parts of a syllable, and two letters
   * beside each other one syllable, in which neither is found.
   */
  private static boolean isWideJamo(int c) {
    return c >= 0x3131 && c <= 0x318E && c != 0x3164;
  }

  private static boolean isNarrowJamo(int c) {
    return c > 0xFFA0 && c <= 0xFFDC && NFKC.getRawDecomposition(c) != null;
  }

  private static boolean isAnnotation(int c) {
    return c >= 0xFFF9 && c <= 0xFFFB;
  }

  private static final class Holder {
    private static final FoldTable TABLE = new FoldTable();
  }
}
