package bench;

/** In how many texts short strings stand that were named before: at most four UTF-16 units each. */
final class TextCounts {
  private static final int[] LENGTHS = {1, 2, 4};

  private long[] keys = new long[1 << 16];
  private int[] counts = new int[1 << 16];
  private int[] last = new int[1 << 16];
  private int size;
  private int texts;

  private static long key(CharSequence text, int from, int length) {
    long key = 0;
    for (int i = from; i < from + length; i++) {
      key = key << 16 | text.charAt(i);
    }
    return key;
  }

  void name(String text) {
    if (2 * size > keys.length) {
      grow();
    }
    int at = place(key(text, 0, text.length()));
    if (keys[at] == 0) {
      keys[at] = key(text, 0, text.length());
      size++;
    }
  }

  /** Before any text was counted. */
  private void grow() {
    long[] old = keys;
    keys = new long[old.length * 2];
    counts = new int[keys.length];
    last = new int[keys.length];
    for (long key : old) {
      if (key != 0) {
        keys[place(key)] = key;
      }
    }
  }

  private int place(long key) {
    int at = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & keys.length - 1;
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & keys.length - 1;
    }
    return at;
  }

  /** One more text, in parts that no string goes across. */
  void count(Iterable<String> parts) {
    texts++;
    for (String part : parts) {
      for (int length : LENGTHS) {
        for (int i = 0; i + length <= part.length(); i++) {
          int at = place(key(part, i, length));
          if (keys[at] != 0 && last[at] != texts) {
            last[at] = texts;
            counts[at]++;
          }
        }
      }
    }
  }

  int texts() {
    return texts;
  }

  int of(String text) {
    return counts[place(key(text, 0, text.length()))];
  }

  /** Which part of the texts. */
  double share(String text) {
    return (double) of(text) / texts;
  }
}
