package org.yujian.search.text;

/**
 * The fold: texts that a reader takes for the same become the same. Canonical composition (UAX #15,
 * NFC), then for each code point NFKC_Casefold (UAX #44: compatibility forms, case, what nobody
 * sees), then traditional to simplified by single character; a run of white space becomes one
 * space, and nothing is trimmed. Controls disappear, so a folded text holds neither NUL nor U+0001;
 * an unpaired surrogate becomes U+FFFD.
 *
 * <p>Folding twice is folding once. What a reader can select in a text, folded, stands in the
 * folded text: no letter depends on its neighbours, only marks join their letter. Linear in time
 * for any input: of the marks on one letter the first {@value FoldTable#MAX_MARKS} count (UAX #15,
 * Stream-Safe Text).
 */
public final class Folding {

  /** Goes up when any folded text or the marks among its grams change: all are made again. */
  public static final int VERSION = 4;

  private Folding() {}

  public static String fold(String original) {
    return new FoldRun(original, false).text();
  }

  /** The folded text that knows which code points of the original each part came from. */
  public static FoldedText map(String original) {
    return new FoldRun(original, true).mapped();
  }
}
