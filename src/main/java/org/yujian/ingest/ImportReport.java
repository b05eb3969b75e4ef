package org.yujian.ingest;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.ingest.healing.Finding;
import org.yujian.ingest.healing.FindingTexts;
import org.yujian.ingest.healing.Join;

/**
 * The report of an import.
 *
 * @param id identifies the import
 * @param rules version number of the rules that produced the texts and hashes
 * @param file the uploaded document
 * @param accountId account of the articles; absent when the document named none
 * @param articles articles of the document, in order
 * @param followTargets follow lines of the document
 * @param findings what an editor should know about the document
 */
@Schema(name = "ImportReport")
public record ImportReport(
    @NotNull UUID id,
    @NotNull String state,
    @NotNull String result,
    @NotNull Integer rules,
    @NotNull File file,
    UUID accountId,
    @NotNull List<Article> articles,
    @NotNull List<Target> followTargets,
    @NotNull List<FindingView> findings) {

  /** The report with its findings in the language of a response; stored reports are in English. */
  ImportReport in(FindingTexts texts) {
    List<FindingView> shown = findings.stream().map(finding -> finding.in(texts)).toList();
    return new ImportReport(
        id, state, result, rules, file, accountId, articles, followTargets, shown);
  }

  /** A copy without the document's name and without texts and findings of purged articles. */
  ImportReport without(Predicate<Article> purged) {
    List<Article> left = new ArrayList<>(articles);
    List<FindingView> shown = new ArrayList<>(findings);
    for (int i = 0; i < left.size(); i++) {
      if (purged.test(left.get(i))) {
        int index = i + 1;
        left.set(i, left.get(i).purged());
        shown.removeIf(finding -> Integer.valueOf(index).equals(finding.article()));
      }
    }
    File unnamed = new File("", file.bytes(), file.sha256(), file.type(), file.charset());
    return new ImportReport(
        id, state, result, rules, unnamed, accountId, left, followTargets, shown);
  }

  /**
   * The uploaded document.
   *
   * @param name file name; empty once content of the document is purged
   * @param bytes size in bytes
   * @param sha256 SHA-256 of the file, in hexadecimal
   * @param charset charset that was detected
   */
  @Schema(name = "ImportFile")
  public record File(
      @NotNull String name,
      @NotNull Integer bytes,
      @NotNull String sha256,
      @NotNull String type,
      @NotNull String charset) {}

  /**
   * One article of the document.
   *
   * @param articleId id of the article
   * @param editionId id of the edition
   * @param title title
   * @param subtitle line below the title
   * @param source office or publication named in the byline
   * @param paragraphs number of lines of the body text, headings included
   * @param characters length of the body in Unicode code points
   * @param bodySha256 SHA-256 of the body text in UTF-8, in hexadecimal
   * @param canonicalSha256 SHA-256 of title, subtitle, body and source joined by LF, in hexadecimal
   * @param joins blocks of the document that were joined to one paragraph
   */
  @Schema(name = "ImportedArticle")
  public record Article(
      @NotNull UUID articleId,
      @NotNull UUID editionId,
      @NotNull String result,
      @NotNull String state,
      String title,
      String subtitle,
      String source,
      @NotNull Integer paragraphs,
      @NotNull Integer characters,
      @NotNull String bodySha256,
      @NotNull String canonicalSha256,
      @NotNull List<JoinView> joins) {

    private Article purged() {
      return new Article(
          articleId,
          editionId,
          result,
          state,
          null,
          null,
          null,
          paragraphs,
          characters,
          bodySha256,
          canonicalSha256,
          List.of());
    }
  }

  /**
   * Two blocks of the document that became one paragraph.
   *
   * @param paragraph line of the body text, from 1
   * @param offset Unicode code points of that line left of the join
   * @param afterLine line of the file on the left, from 1
   * @param nextLine line of the file on the right
   * @param uncertain whether an editor should check the join
   */
  @Schema(name = "Join")
  public record JoinView(
      @NotNull Integer paragraph,
      @NotNull Integer offset,
      @NotNull Integer afterLine,
      @NotNull Integer nextLine,
      @NotNull Boolean uncertain) {

    static JoinView of(Join join) {
      return new JoinView(
          join.paragraph(), join.offset(), join.afterLine(), join.nextLine(), join.uncertain());
    }
  }

  /**
   * A follow line of the document.
   *
   * @param followTargetId id of the follow target
   * @param name name in the document
   * @param line line of the file, from 1
   * @param accountId account behind it; absent for outside targets
   */
  @Schema(name = "ImportedFollowTarget")
  public record Target(
      @NotNull UUID followTargetId,
      @NotNull String name,
      @NotNull Integer line,
      @NotNull String result,
      UUID accountId) {}

  /**
   * Something that an editor should know about the document.
   *
   * @param code code of the finding, for example {@code join.uncertain}
   * @param line line of the file, from 1
   * @param article number of the article in the document, from 1
   * @param paragraph line of the body text, from 1
   * @param offset position in that line, in Unicode code points
   * @param message the finding in words
   */
  @Schema(name = "Finding")
  public record FindingView(
      @NotNull String code,
      @NotNull String severity,
      Integer line,
      Integer article,
      Integer paragraph,
      Integer offset,
      @NotNull String message) {

    static FindingView of(Finding finding) {
      return new FindingView(
          finding.code(),
          finding.severity(),
          finding.line(),
          finding.article(),
          finding.paragraph(),
          finding.offset(),
          finding.message());
    }

    private FindingView in(FindingTexts texts) {
      return new FindingView(
          code, severity, line, article, paragraph, offset, texts.translated(code, message));
    }
  }
}
