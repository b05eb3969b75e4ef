package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Text of about 1,500 characters whose words are as frequent as in real Chinese text ({@link
 * Vocabulary}), for searching: its sentences say nothing. An article has words of its own that come
 * back, as real ones have, also in its title; some words always come together.
 */
final class Corpus implements Writing {
  private static final int CHARACTERS = 1_500;
  private static final int OWN = 60;
  private static final int PHRASES = 3_000;
  private static final double IS_OWN = 0.30;
  private static final double IS_PHRASE = 0.08;
  private static final double IS_NUMBER = 0.01;
  private static final int SHORTEST_TITLE = 10;
  private static final int LONGEST_TITLE = 25;
  private static final String[] LATIN = {"AI", "5G", "GDP", "Wi-Fi", "App", "PM2.5", "3D", "VIP"};
  private static final String[] BETWEEN = {"的", "与", "和", "：", "，", "", "", ""};
  private static final String[] OFFICES = {"办公室", "编辑部", "宣传部", "新闻中心", "记者站"};

  private final Random random;
  private final Vocabulary all;
  private final Vocabulary telling;
  private final Vocabulary places;
  private final List<String> phrases = new ArrayList<>();
  private final List<String> own = new ArrayList<>();

  Corpus(Random random) throws IOException {
    this.random = random;
    all = Vocabulary.read();
    Vocabulary twos = all.only(2, 2);
    places = twos;
    telling = all.only(2, 4).flatter(0.7);
    for (int i = 0; i < PHRASES; i++) {
      phrases.add(twos.draw(random) + twos.draw(random));
    }
  }

  @Override
  public String title() {
    own.clear();
    for (int i = 0; i < OWN; i++) {
      own.add(telling.draw(random));
    }
    int length = SHORTEST_TITLE + random.nextInt(LONGEST_TITLE - SHORTEST_TITLE - 3);
    StringBuilder title = new StringBuilder(ownWord());
    while (title.length() < length) {
      title.append(BETWEEN[random.nextInt(BETWEEN.length)]);
      title.append(random.nextInt(4) == 0 ? telling.draw(random) : ownWord());
    }
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title.toString();
  }

  @Override
  public String source() {
    return places.draw(random) + OFFICES[random.nextInt(OFFICES.length)];
  }

  @Override
  public List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    int left = CHARACTERS;
    while (left > 0) {
      if (paragraphs.size() > 1 && random.nextInt(5) == 0) {
        paragraphs.add("# " + ownWord() + telling.draw(random));
      }
      StringBuilder paragraph = new StringBuilder();
      int length = Math.min(left, 60 + random.nextInt(240));
      while (paragraph.length() < length) {
        sentence(paragraph);
      }
      left -= paragraph.length();
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  private void sentence(StringBuilder to) {
    for (int clauses = 1 + random.nextInt(4); clauses > 0; clauses--) {
      for (int words = 3 + random.nextInt(6); words > 0; words--) {
        to.append(word());
      }
      to.append(clauses > 1 ? '，' : '。');
    }
  }

  private String word() {
    double kind = random.nextDouble();
    if (kind < IS_OWN) {
      return ownWord();
    }
    if (kind < IS_OWN + IS_PHRASE) {
      return phrases.get(few(PHRASES));
    }
    if (kind < IS_OWN + IS_PHRASE + IS_NUMBER) {
      return random.nextInt(3) == 0
          ? LATIN[random.nextInt(LATIN.length)]
          : "" + (1 + few(random.nextBoolean() ? 31 : 9_999));
    }
    return all.draw(random);
  }

  private String ownWord() {
    return own.get(few(OWN));
  }

  /** Log-uniform choice, which is Zipf's. */
  private int few(int of) {
    return (int) Math.exp(random.nextDouble() * Math.log(of + 1)) - 1;
  }
}
