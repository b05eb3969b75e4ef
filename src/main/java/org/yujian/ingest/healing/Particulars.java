package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yujian.body.Loss;
import org.yujian.body.Picture;
import org.yujian.body.SafeLink;
import org.yujian.body.YamlFrontMatter;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;
import org.yujian.shared.text.NameKeys;

/**
 * Handles a document's content outside its text: front matter, external or missing pictures, and
 * markup that the reader dropped. All of it is reported in findings.
 */
final class Particulars {

  private static final int LONGEST_AUTHOR = 16;
  private static final int LONGEST_VALUE = 200;
  private static final int MOST_TAGS = 40;

  /** A finding, before the article of its line is known. */
  private record Note(String code, String severity, int line, String message) {}

  private final List<SourceLine> lines = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private String author;

  private Particulars() {}

  static Particulars of(Source source) {
    Particulars particulars = new Particulars();
    if (source.frontMatter() != null) {
      boolean titled = source.lines().stream().anyMatch(line -> line.form() == Form.TITLE);
      source.frontMatter().fields().forEach(field -> particulars.field(field, titled));
    }
    source.lines().forEach(particulars::line);
    source.losses().forEach(particulars::loss);
    return particulars;
  }

  /** The document's lines, with the title in its front matter if they have none. */
  List<SourceLine> lines() {
    return lines;
  }

  /** The author in the front matter; null when it is absent or too long. */
  String author() {
    return author;
  }

  /** Tag names or slugs, as written. */
  List<String> tags() {
    return tags;
  }

  private void field(YamlFrontMatter.Field field, boolean titled) {
    String value = NameKeys.clean(String.join("、", field.values()).replaceAll("\\s+", " "));
    String quoted = "“" + shortened(value) + "”";
    switch (value.isEmpty() ? "" : field.key().toLowerCase(Locale.ROOT)) {
      case "title" -> {
        if (titled) {
          note("front-matter.title", field, "The text has titles, so " + quoted + " is none.");
        } else {
          lines.add(SourceLine.title(field.line(), value));
          note("front-matter.title", field, quoted + " became the title.");
        }
      }
      case "author" -> {
        if (Glyph.isAtMost(value, LONGEST_AUTHOR)) {
          author = value;
          note("front-matter.author", field, quoted + " became the author.");
        } else {
          warn("front-matter.author", field, quoted + " is too long for an author.");
        }
      }
      case "date" ->
          note("front-matter.date", field, "It is dated " + quoted + "; dates publish nothing.");
      case "tags" -> {
        field.values().stream()
            .limit(MOST_TAGS)
            .map(NameKeys::clean)
            .filter(tag -> !tag.isEmpty())
            .forEach(tags::add);
        note("front-matter.tags", field, "Those of " + quoted + " that exist become tags.");
      }
      default ->
          note(
              "front-matter.ignored", field, shortened(field.key()) + " " + quoted + " is unused.");
    }
  }

  private static String shortened(String value) {
    return Glyph.isAtMost(value, LONGEST_VALUE)
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
  }

  private void note(String code, YamlFrontMatter.Field field, String message) {
    notes.add(new Note(code, Finding.INFO, field.line(), message));
  }

  private void warn(String code, YamlFrontMatter.Field field, String message) {
    notes.add(new Note(code, Finding.WARNING, field.line(), message));
  }

  private void line(SourceLine line) {
    Picture picture = line.picture();
    if (line.form() != Form.PICTURE) {
      lines.add(line);
    } else if (SafeLink.isPicture(picture.url()) && !picture.url().startsWith("/")) {
      lines.add(line);
      notes.add(
          new Note(
              "picture.external",
              Finding.WARNING,
              line.line(),
              described(picture.alt(), picture.url()) + " is shown from there."));
    } else {
      lines.add(SourceLine.placeholder(line.line()));
      missing(line.line(), picture.alt(), picture.url());
    }
  }

  private void loss(Loss loss) {
    switch (loss.what()) {
      case "img[src]" -> missing(loss.line(), loss.words(), loss.address());
      case "a[href]" ->
          notes.add(
              new Note(
                  "link.dropped",
                  Finding.WARNING,
                  loss.line(),
                  "The link to “" + loss.address() + "” was left out; words that it has stay."));
      default -> {
        if (!loss.words().isEmpty()) {
          notes.add(
              new Note(
                  "markup.dropped",
                  Finding.WARNING,
                  loss.line(),
                  "Left out (" + loss.what() + "): “" + loss.words() + "”."));
        }
      }
    }
  }

  private void missing(int line, String alt, String url) {
    notes.add(
        new Note(
            "picture.missing",
            Finding.WARNING,
            line,
            described(alt, url) + " is not in the document."));
  }

  private static String described(String alt, String url) {
    String words = alt == null || alt.isEmpty() ? "" : "“" + shortened(alt) + "” ";
    return "The picture " + words + (url.isEmpty() ? "without address" : "at " + shortened(url));
  }

  /** Adds each finding to the article of its line, which deletes it when it is purged. */
  void tell(Findings findings, List<ArticleSource> articles) {
    for (Note note : notes) {
      int article = 0;
      while (article < articles.size() && articles.get(article).line() <= note.line()) {
        article++;
      }
      Integer index = articles.isEmpty() ? null : Integer.valueOf(Math.max(1, article));
      findings.add(
          new Finding(
              note.code(), note.severity(), note.line(), index, null, null, note.message()));
    }
  }
}
