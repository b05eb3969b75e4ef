package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yujian.body.Loss;
import org.yujian.body.SafeLink;
import org.yujian.body.YamlFrontMatter;
import org.yujian.document.DocumentPicture;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.media.Picture;
import org.yujian.shared.text.Glyph;
import org.yujian.shared.text.NameKeys;

/** Handles front matter, pictures and dropped markup of a document, and reports findings. */
final class Particulars {

  private static final int LONGEST_AUTHOR = 16;
  private static final int LONGEST_SOURCE = 64;
  private static final int LONGEST_VALUE = 200;
  private static final int MOST_TAGS = 40;

  private final List<SourceLine> lines = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final Set<String> inside;
  private String author;
  private String source;
  private YamlFrontMatter.Field subtitle;

  /**
   * @param inside names of the pictures inside the document
   */
  private Particulars(Set<String> inside) {
    this.inside = inside;
  }

  static Particulars of(Source source) {
    Particulars particulars =
        new Particulars(
            source.pictures().stream().map(DocumentPicture::name).collect(Collectors.toSet()));
    if (source.frontMatter() != null) {
      boolean titled = source.lines().stream().anyMatch(line -> line.form() == Form.TITLE);
      source.frontMatter().fields().forEach(field -> particulars.field(field, titled));
      particulars.subtitle();
    }
    source.lines().forEach(particulars::line);
    source.losses().forEach(particulars::loss);
    return particulars;
  }

  /** The lines; with the title of the front matter if they have none. */
  List<SourceLine> lines() {
    return lines;
  }

  /** The author in the front matter; null when it is absent or too long. */
  String author() {
    return author;
  }

  /** The office in the front matter, for an article without a byline; null when absent. */
  String source() {
    return source;
  }

  List<String> tags() {
    return tags;
  }

  private void field(YamlFrontMatter.Field field, boolean titled) {
    String value = NameKeys.clean(String.join("、", field.values()).replaceAll("\\s+", " "));
    String shown = shortened(value);
    int line = field.line();
    String key = field.key().toLowerCase(Locale.ROOT);
    if (key.equals("subtitle")) {
      subtitle = new YamlFrontMatter.Field(field.key(), line, List.of(value));
      return;
    }
    switch (value.isEmpty() ? "" : key) {
      case "title" -> {
        Finding note = Finding.info("front-matter.title", line, shown);
        notes.add(titled ? note.as("unused") : note);
        if (!titled) {
          lines.add(SourceLine.title(line, value));
        }
      }
      case "author" -> {
        if (Glyph.isAtMost(value, LONGEST_AUTHOR)) {
          author = value;
          notes.add(Finding.info("front-matter.author", line, shown));
        } else {
          notes.add(Finding.warning("front-matter.author", line, shown).as("long"));
        }
      }
      case "source" -> source(field, value);
      case "date" -> notes.add(Finding.info("front-matter.date", line, shown));
      case "tags" -> {
        field.values().stream()
            .limit(MOST_TAGS)
            .map(NameKeys::clean)
            .filter(tag -> !tag.isEmpty())
            .forEach(tags::add);
        notes.add(Finding.info("front-matter.tags", line, shown));
      }
      default -> ignored(field, shown);
    }
  }

  private void source(YamlFrontMatter.Field field, String value) {
    if (Glyph.isAtMost(value, LONGEST_SOURCE)) {
      source = value;
    } else {
      ignored(field, shortened(value));
    }
  }

  private void ignored(YamlFrontMatter.Field field, String shown) {
    notes.add(Finding.info("front-matter.ignored", field.line(), shortened(field.key()), shown));
  }

  /** The subtitle belongs to the title of the front matter; an empty one says there is none. */
  private void subtitle() {
    if (subtitle != null && !lines.isEmpty()) {
      String text = subtitle.values().get(0);
      lines.add(SourceLine.heading(subtitle.line(), 2, text, List.of()));
    } else if (subtitle != null) {
      ignored(subtitle, shortened(subtitle.values().get(0)));
    }
  }

  private static String shortened(String value) {
    return Glyph.isAtMost(value, LONGEST_VALUE)
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
  }

  private void line(SourceLine line) {
    Picture picture = line.picture();
    if (line.form() != Form.PICTURE || inside.contains(picture.url())) {
      lines.add(line);
    } else if (SafeLink.isPicture(picture.url()) && !picture.url().startsWith("/")) {
      lines.add(line);
      notes.add(picture("picture.external", line.line(), picture.alt(), picture.url()));
    } else {
      lines.add(SourceLine.placeholder(line.line()));
      notes.add(picture("picture.missing", line.line(), picture.alt(), picture.url()));
    }
  }

  private void loss(Loss loss) {
    switch (loss.what()) {
      case "img[src]" ->
          notes.add(picture("picture.missing", loss.line(), loss.words(), loss.address()));
      case "a[href]" -> notes.add(Finding.warning("link.dropped", loss.line(), loss.address()));
      case "picture.left-out" -> {
        Finding finding = Finding.warning("picture.left-out", loss.line(), words(loss));
        notes.add(loss.words().isEmpty() ? finding : finding.as("described"));
      }
      case "tracked-changes", "hidden-text", "footnotes", "text-box", "pdf.lines" ->
          notes.add(Finding.info(loss.what(), loss.line()));
      case "embedded-object" -> notes.add(Finding.warning("embedded-object", loss.line()));
      default -> {
        if (!loss.words().isEmpty()) {
          notes.add(Finding.warning("markup.dropped", loss.line(), loss.what(), loss.words()));
        }
      }
    }
  }

  private static Object[] words(Loss loss) {
    return loss.words().isEmpty() ? new Object[0] : new Object[] {loss.words()};
  }

  private static Finding picture(String code, int line, String alt, String url) {
    boolean described = alt != null && !alt.isEmpty();
    List<String> words = new ArrayList<>();
    if (described) {
      words.add(shortened(alt));
    }
    if (!url.isEmpty()) {
      words.add(shortened(url));
    }
    Finding finding = Finding.warning(code, line, words.toArray());
    if (url.isEmpty()) {
      return finding.as(described ? "nowhere.described" : "nowhere");
    }
    return described ? finding.as("described") : finding;
  }

  /** Adds each finding to the article of its line, with which the finding is purged. */
  void tell(Findings findings, List<ArticleSource> articles) {
    for (Finding note : notes) {
      int article = 0;
      while (article < articles.size() && articles.get(article).line() <= note.line()) {
        article++;
      }
      Integer index = articles.isEmpty() ? null : Integer.valueOf(Math.max(1, article));
      findings.add(note.in(index));
    }
  }
}
