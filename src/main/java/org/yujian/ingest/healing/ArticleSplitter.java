package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/** Removes the lines that say whom to follow, and splits a document into articles at its titles. */
final class ArticleSplitter {

  private static final int LONGEST_GUESSED_TITLE = 64;

  private final List<ArticleSource> articles = new ArrayList<>();
  private final List<FollowMention> mentions = new ArrayList<>();
  private final List<SourceLine> preamble = new ArrayList<>();
  private final boolean titled;

  /** Title line of the current article; null before the first title. */
  private SourceLine title;

  private boolean begun;
  private boolean guessed;
  private String subtitle;
  private List<SourceLine> body = new ArrayList<>();

  /** Whether the body has something else than pictures and page breaks. */
  private boolean worded;

  ArticleSplitter(List<SourceLine> lines) {
    titled = lines.stream().anyMatch(line -> line.form() == Form.TITLE);
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      int begin = i;
      String name = followed(line);
      if (name == null && isFollowCutBefore(lines, i + 1)) {
        name = FollowLine.name(words(line) + " " + words(lines.get(++i)));
      }
      if (name != null) {
        mentions.add(
            new FollowMention(name, line.line(), articleHere(), pictures(lines, begin, i + 1)));
      } else {
        read(line);
      }
    }
    end();
  }

  List<ArticleSource> articles() {
    return articles;
  }

  List<FollowMention> mentions() {
    return mentions;
  }

  /** Lines before the first title of a document that has titles. */
  List<SourceLine> preamble() {
    return preamble;
  }

  /** 扫描二维码 and the name are on two lines, as exports wrap narrow text beside a code. */
  private static boolean isFollowCutBefore(List<SourceLine> lines, int next) {
    return next < lines.size()
        && mayFollow(lines.get(next - 1))
        && lines.get(next - 1).form() == lines.get(next).form()
        && Glyph.isAtMost(lines.get(next - 1).text(), Shape.SHORT)
        && followed(lines.get(next)) == null
        && FollowLine.name(words(lines.get(next - 1)) + " " + words(lines.get(next))) != null;
  }

  /** Pictures from a line on, up to the next words; without one, the picture before the mention. */
  private static List<String> pictures(List<SourceLine> lines, int mention, int from) {
    List<String> below =
        lines.subList(from, lines.size()).stream()
            .takeWhile(SourceLine::isBetween)
            .filter(line -> line.form() == Form.PICTURE)
            .map(line -> line.picture().url())
            .toList();
    boolean above = mention > 0 && lines.get(mention - 1).form() == Form.PICTURE;
    return below.isEmpty() && above ? List.of(lines.get(mention - 1).picture().url()) : below;
  }

  private static boolean mayFollow(SourceLine line) {
    return line.form() == Form.TEXT || line.form() == Form.ITEM || line.form() == Form.QUOTE;
  }

  private static String followed(SourceLine line) {
    return mayFollow(line) ? FollowLine.name(words(line)) : null;
  }

  /** The words of a quote or item without their marks; a follow line may be one. */
  private static String words(SourceLine line) {
    String words = line.text();
    int from = 0;
    while (from < words.length()
        && (words.charAt(from) == '>' || from > 0 && Glyph.isTrimmed(words.charAt(from)))) {
      from++;
    }
    words = words.substring(from);
    ItemMarker marker = words.isEmpty() ? null : ItemMarker.of(words);
    return marker == null ? words : words.substring(marker.length());
  }

  private Integer articleHere() {
    return title == null ? null : articles.size() + 1;
  }

  private void read(SourceLine line) {
    if (line.form() == Form.TITLE) {
      end();
      title = line;
      begun = true;
    } else if (!titled && !begun && !line.isBetween()) {
      begun = true;
      guessed = isTitle(line);
      if (guessed) {
        title = line;
      } else {
        add(line);
      }
    } else if (isSubtitle(line)) {
      subtitle = line.text();
    } else if (line.form() != Form.HEADING || !line.text().isEmpty()) {
      add(line);
    }
  }

  private void add(SourceLine line) {
    body.add(line);
    worded |= !line.isBetween();
  }

  private static boolean isTitle(SourceLine line) {
    boolean words = line.form() == Form.TEXT || line.form() == Form.HEADING;
    return words
        && !line.text().isEmpty()
        && Glyph.isAtMost(line.text(), LONGEST_GUESSED_TITLE)
        && !Sentence.isIn(line.text());
  }

  /** An empty one says that the heading which follows is none. */
  private boolean isSubtitle(SourceLine line) {
    return title != null
        && subtitle == null
        && line.form() == Form.HEADING
        && line.level() == 2
        && !worded;
  }

  private void end() {
    if (title == null && titled) {
      // Pictures before the first title go to the first article.
      body.stream().filter(line -> !line.isBetween()).forEach(preamble::add);
      body.removeIf(line -> !line.isBetween());
      worded = false;
      return;
    }
    if (title != null || !body.isEmpty()) {
      String text = title == null || title.text().isEmpty() ? null : title.text();
      int line = title == null ? body.get(0).line() : title.line();
      String below = subtitle == null || subtitle.isEmpty() ? null : subtitle;
      articles.add(new ArticleSource(line, text, guessed, below, body));
    }
    title = null;
    guessed = false;
    subtitle = null;
    worded = false;
    body = new ArrayList<>();
  }
}
