package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yujian.edition.PublishRules;
import org.yujian.shared.text.Glyph;

/** Collects the findings about a document (design section 7), within the limits of section 10. */
final class Findings {

  private static final int WECHAT_TITLE_LIMIT = 32;

  /** Maximum findings of one code; a file of a million blank lines needs no more. */
  static final int MOST_OF_A_CODE = 1_000;

  /** Maximum characters of the text before the first title in its finding. */
  private static final int LONGEST_PREAMBLE = 4_000;

  private static final String NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
  private static final Pattern MONTH_AND_DAY =
      Pattern.compile("(?<![\\d一二三四五六七八九十])" + NUMBER + " ?月 ?" + NUMBER + " ?[日号號]");

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  List<Finding> all() {
    return findings;
  }

  void add(Finding finding) {
    boolean error = finding.severity().equals(Finding.ERROR);
    if (counts.merge(finding.code(), 1, Integer::sum) <= MOST_OF_A_CODE || error) {
      findings.add(finding);
    }
  }

  void ofSource(Source source, List<FollowMention> mentions) {
    for (int line : source.noted().wideMarks()) {
      add(
          Finding.ofDocument(
              "title.wide-mark",
              Finding.INFO,
              line,
              "The full-width ＃ was taken for #, which begins a title or heading."));
    }
    for (int line : source.noted().whitespaceOnly()) {
      add(
          Finding.ofDocument(
              "line.whitespace-only", Finding.INFO, line, "The line holds only white space."));
    }
    for (FollowMention mention : mentions) {
      add(
          new Finding(
              "follow-target.no-image",
              Finding.WARNING,
              mention.line(),
              mention.article(),
              null,
              null,
              "The document has no code picture for “" + mention.name() + "”."));
    }
  }

  void noArticle() {
    add(
        Finding.ofDocument(
            "document.no-article", Finding.WARNING, null, "The document holds no article."));
  }

  /** Reports text that belongs to no article. */
  void ofPreamble(List<SourceLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String text = lines.stream().map(SourceLine::text).collect(Collectors.joining("\n"));
    boolean whole = Glyph.isAtMost(text, LONGEST_PREAMBLE);
    String shown =
        whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_PREAMBLE)) + "…";
    add(
        Finding.ofDocument(
            "document.preamble",
            Finding.WARNING,
            lines.get(0).line(),
            "The text before the first title belongs to no article: “" + shown + "”"));
  }

  void ofFurniture(int article, List<SourceLine> body) {
    for (SourceLine line : body) {
      if (line.form() == SourceLine.Form.FURNITURE) {
        info(
            "page-furniture.removed",
            line.line(),
            article,
            "“" + line.text() + "” was taken for a page number or running head and left out.");
      }
    }
  }

  void ofTitles(int article, ArticleSource source) {
    int line = source.line();
    String title = source.title();
    if (title == null) {
      error("article.no-title", line, article, "The article has no title.");
    } else {
      if (source.titleGuessed()) {
        warning("title.guessed", line, article, "The first line was taken for the title.");
      }
      if (title.codePoints().anyMatch(Glyph::isTrimmed)) {
        info("title.inner-space", line, article, "The title holds a space; it stays.");
      }
      if (!Glyph.isAtMost(title, PublishRules.MAX_TITLE)) {
        error(
            "title.too-long",
            line,
            article,
            "The title is over " + PublishRules.MAX_TITLE + " characters.");
      } else if (!Glyph.isAtMost(title, WECHAT_TITLE_LIMIT)) {
        warning("title.long", line, article, "WeChat shows titles of 32 characters at most.");
      }
    }
    if (source.subtitle() != null
        && !Glyph.isAtMost(source.subtitle(), PublishRules.MAX_SUBTITLE)) {
      error(
          "subtitle.too-long",
          line,
          article,
          "The subtitle is over " + PublishRules.MAX_SUBTITLE + " characters.");
    }
  }

  void ofByline(int article, Byline byline) {
    if (byline != null) {
      info(
          "byline.extracted",
          byline.line(),
          article,
          "“" + byline.source() + "” became the source.");
      if (byline.halfWidth()) {
        info(
            "byline.halfwidth",
            byline.line(),
            article,
            "The byline stands in half-width brackets.");
      }
    }
  }

  void ofJoin(int article, Join join) {
    add(
        new Finding(
            "paragraph.rejoined",
            Finding.INFO,
            join.afterLine(),
            article,
            join.paragraph(),
            join.offset(),
            "Lines " + join.afterLine() + " and " + join.nextLine() + " are one paragraph."));
    if (join.uncertain()) {
      add(
          new Finding(
              "join.uncertain",
              Finding.WARNING,
              join.afterLine(),
              article,
              join.paragraph(),
              join.offset(),
              "A sentence end may be missing here; perhaps these are two paragraphs."));
    }
  }

  void ofHeading(int article, int paragraph, int line) {
    add(
        new Finding(
            "heading.guessed",
            Finding.INFO,
            line,
            article,
            paragraph,
            0,
            "The short ordinal line was taken for a section heading."));
  }

  /** Rule 7: a year is never invented; a date without one is reported. */
  void ofDates(int article, int paragraph, int line, CharSequence text) {
    Matcher matcher = MONTH_AND_DAY.matcher(text);
    int counted = 0;
    int offset = 0;
    while (matcher.find()) {
      offset += Character.codePointCount(text, counted, matcher.start());
      counted = matcher.start();
      if (!hasYearBefore(text, matcher.start())) {
        add(
            new Finding(
                "date.year-missing",
                Finding.INFO,
                line,
                article,
                paragraph,
                offset,
                "“" + matcher.group() + "” names no year."));
      }
    }
  }

  private static boolean hasYearBefore(CharSequence text, int at) {
    int before = at - 1;
    if (before >= 0 && Glyph.isTrimmed(text.charAt(before))) {
      before--;
    }
    return before >= 0 && text.charAt(before) == '年';
  }

  void ofArticle(int article, int line, HealedArticle healed) {
    info("article.no-publication-date", line, article, "A document's dates never publish it.");
    if (healed.author() == null) {
      info("article.no-author", line, article, "The document names no author.");
    }
    if (healed.body().blocks().stream().noneMatch(block -> block.image() != null)) {
      info("article.no-cover", line, article, "The article has no picture for a cover.");
    }
    if (healed.body().characters() > PublishRules.MAX_BODY) {
      error(
          "body.too-long",
          line,
          article,
          "The body is over " + PublishRules.MAX_BODY + " characters.");
    }
  }

  private void info(String code, int line, int article, String message) {
    add(Finding.ofArticle(code, Finding.INFO, line, article, message));
  }

  private void warning(String code, int line, int article, String message) {
    add(Finding.ofArticle(code, Finding.WARNING, line, article, message));
  }

  private void error(String code, int line, int article, String message) {
    add(Finding.ofArticle(code, Finding.ERROR, line, article, message));
  }
}
