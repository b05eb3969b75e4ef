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

/** Collects the findings for the report of an import, up to a maximum per code. */
final class Findings {

  private static final int WECHAT_TITLE_LIMIT = 32;

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
    if (counts.merge(finding.code(), 1, Integer::sum) <= Finding.MOST_OF_A_CODE || error) {
      findings.add(finding);
    }
  }

  void ofSource(Source source, List<FollowMention> mentions) {
    source.noted().wideMarks().forEach(line -> add(Finding.info("title.wide-mark", line)));
    source
        .noted()
        .whitespaceOnly()
        .forEach(line -> add(Finding.info("line.whitespace-only", line)));
    for (FollowMention mention : mentions) {
      add(
          Finding.warning("follow-target.no-image", mention.line(), mention.name())
              .in(mention.article()));
    }
  }

  void noArticle() {
    add(Finding.warning("document.no-article", null));
  }

  void ofPreamble(List<SourceLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String text = lines.stream().map(SourceLine::text).collect(Collectors.joining("\n"));
    boolean whole = Glyph.isAtMost(text, LONGEST_PREAMBLE);
    String shown =
        whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_PREAMBLE)) + "…";
    add(Finding.warning("document.preamble", lines.get(0).line(), shown));
  }

  void ofFurniture(int article, List<SourceLine> body) {
    for (SourceLine line : body) {
      if (line.form() == SourceLine.Form.FURNITURE) {
        add(Finding.info("page-furniture.removed", line.line(), line.text()).in(article));
      }
    }
  }

  void ofTitles(int article, ArticleSource source) {
    int line = source.line();
    String title = source.title();
    if (title == null) {
      add(Finding.error("article.no-title", line).in(article));
    } else {
      if (source.titleGuessed()) {
        add(Finding.warning("title.guessed", line).in(article));
      }
      if (title.codePoints().anyMatch(Glyph::isTrimmed)) {
        add(Finding.info("title.inner-space", line).in(article));
      }
      if (!Glyph.isAtMost(title, PublishRules.MAX_TITLE)) {
        add(Finding.error("title.too-long", line, PublishRules.MAX_TITLE).in(article));
      } else if (!Glyph.isAtMost(title, WECHAT_TITLE_LIMIT)) {
        add(Finding.warning("title.long", line, WECHAT_TITLE_LIMIT).in(article));
      }
    }
    if (source.subtitle() != null
        && !Glyph.isAtMost(source.subtitle(), PublishRules.MAX_SUBTITLE)) {
      add(Finding.error("subtitle.too-long", line, PublishRules.MAX_SUBTITLE).in(article));
    }
  }

  void ofByline(int article, Byline byline) {
    if (byline != null) {
      add(Finding.info("byline.extracted", byline.line(), byline.source()).in(article));
      if (byline.halfWidth()) {
        add(Finding.info("byline.halfwidth", byline.line()).in(article));
      }
    }
  }

  void ofJoin(int article, Join join) {
    int line = join.afterLine();
    add(
        Finding.info("paragraph.rejoined", line, line, join.nextLine())
            .in(article)
            .at(join.paragraph(), join.offset()));
    if (join.uncertain()) {
      add(Finding.warning("join.uncertain", line).in(article).at(join.paragraph(), join.offset()));
    }
  }

  void ofHeading(int article, int paragraph, int line) {
    add(Finding.info("heading.guessed", line).in(article).at(paragraph, 0));
  }

  /** Reports dates without a year; healing never adds a year. */
  void ofDates(int article, int paragraph, int line, CharSequence text) {
    Matcher matcher = MONTH_AND_DAY.matcher(text);
    int counted = 0;
    int offset = 0;
    while (matcher.find()) {
      offset += Character.codePointCount(text, counted, matcher.start());
      counted = matcher.start();
      if (!hasYearBefore(text, matcher.start())) {
        add(
            Finding.info("date.year-missing", line, matcher.group())
                .in(article)
                .at(paragraph, offset));
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
    add(Finding.info("article.no-publication-date", line).in(article));
    if (healed.author() == null) {
      add(Finding.info("article.no-author", line).in(article));
    }
    if (healed.body().blocks().stream().noneMatch(block -> block.image() != null)) {
      add(Finding.info("article.no-cover", line).in(article));
    }
    if (healed.body().characters() > PublishRules.MAX_BODY) {
      add(Finding.error("body.too-long", line, PublishRules.MAX_BODY).in(article));
    }
  }
}
