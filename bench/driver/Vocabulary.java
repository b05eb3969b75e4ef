package bench;

import com.ibm.icu.util.CharsTrie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Words and how often they are used: ICU's dictionary for finding words in Chinese and Japanese
 * (cjdict, Unicode License v3), as it lies in the ICU4J that the program has; nothing of it is
 * copied. Its values are {@code -10 ln p}. Kept are words of characters in GB 2312, so simplified
 * ones; words of Japanese written like that are among them.
 */
final class Vocabulary {
  private static final String FILE = "/com/ibm/icu/impl/data/icudata/brkitr/cjdict.dict";

  /** Beyond are mostly places and people of Japan. */
  private static final int RAREST = 150;

  private final List<String> words = new ArrayList<>();
  private final double[] upTo;

  private Vocabulary(List<String> words, double[] upTo) {
    this.words.addAll(words);
    this.upTo = upTo;
  }

  static Vocabulary read() throws IOException {
    CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
    List<String> words = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (CharsTrie.Entry entry : trie()) {
      String word = entry.chars.toString();
      if (entry.value <= RAREST && han(word) && simplified.canEncode(word)) {
        words.add(word);
        shares.add(Math.exp(entry.value / -10.0));
      }
    }
    return new Vocabulary(words, sums(shares));
  }

  /** Layout as in ICU's DictionaryData: a header, the places of the parts, the trie. */
  private static CharsTrie trie() throws IOException {
    try (InputStream file = CharsTrie.class.getResourceAsStream(FILE)) {
      ByteBuffer bytes = ByteBuffer.wrap(file.readAllBytes());
      int header = bytes.getShort(0);
      int from = header + bytes.getInt(header);
      char[] units = new char[(bytes.capacity() - from) / 2];
      for (int i = 0; i < units.length; i++) {
        units[i] = bytes.getChar(from + 2 * i);
      }
      return new CharsTrie(new String(units), 0);
    }
  }

  private static boolean han(String word) {
    return word.codePoints()
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && c != '々');
  }

  private static double[] sums(List<Double> shares) {
    double[] sums = new double[shares.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += shares.get(i);
      sums[i] = sum;
    }
    return sums;
  }

  /** The words of these lengths, used as often as before among each other. */
  Vocabulary only(int shortest, int longest) {
    List<String> kept = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int length = words.get(i).length();
      if (length >= shortest && length <= longest) {
        kept.add(words.get(i));
        shares.add(share(i));
      }
    }
    return new Vocabulary(kept, sums(shares));
  }

  /** The same words with frequencies nearer to each other: shares to the power of {@code p}. */
  Vocabulary flatter(double p) {
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      shares.add(Math.pow(share(i), p));
    }
    return new Vocabulary(words, sums(shares));
  }

  private double share(int i) {
    return upTo[i] - (i == 0 ? 0 : upTo[i - 1]);
  }

  int size() {
    return words.size();
  }

  /** A word by chance, the often used ones more often. */
  String draw(Random random) {
    int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return words.get(Math.min(at < 0 ? -at - 1 : at, words.size() - 1));
  }
}
