package org.yujian.search.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Cuts texts into words by ICU's dictionary of Chinese. */
public final class Words {

  private Words() {}

  /** Words of the dictionary, single characters that are in none, and what is between them. */
  public static List<String> of(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.CHINESE);
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      words.add(text.substring(from, to));
      from = to;
    }
    return words;
  }
}
