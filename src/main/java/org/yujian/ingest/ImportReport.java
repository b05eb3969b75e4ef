package org.yujian.ingest;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a document.
 *
 * @param rules the number of the rules by which text and hashes were made
 */
@Schema(name = "Import")
public record ImportReport(
    @NotNull UUID id,
    @Schema(description = "`done`; longer work may have other states later") @NotNull String state,
    @Schema(description = "`created`, `updated`, `unchanged` or `mixed`") @NotNull String result,
    @NotNull Integer rules,
    @NotNull File file,
    UUID accountId,
    @NotNull List<Article> articles,
    @NotNull List<Target> followTargets,
    @NotNull List<FindingView> findings) {

  /** Without the document's name and what is told of these articles, whose content was purged. */
  ImportReport without(Predicate<Article> purged) {
    List<Article> left = new ArrayList<>(articles);
    List<FindingView> told = new ArrayList<>(findings);
    for (int i = 0; i < left.size(); i++) {
      if (purged.test(left.get(i))) {
        int index = i + 1;
        left.set(i, left.get(i).purged());
        told.removeIf(finding -> Integer.valueOf(index).equals(finding.article()));
      }
    }
    File unnamed = new File("", file.bytes(), file.sha256(), file.type(), file.charset());
    return new ImportReport(
        id, state, result, rules, unnamed, accountId, left, followTargets, told);
  }

  /**
   * The document as it came.
   *
   * @param name empty once content that came from it is purged
   */
  @Schema(name = "ImportFile")
  public record File(
      @NotNull String name,
      @NotNull Integer bytes,
      @NotNull String sha256,
      @Schema(description = "`text/plain` or `text/markdown`") @NotNull String type,
      @NotNull String charset) {}

  /**
   * One article of the document.
   *
   * @param paragraphs lines of the body text, headings included
   * @param characters of the body, in Unicode code points
   */
  @Schema(name = "ImportedArticle")
  public record Article(
      @NotNull UUID articleId,
      @NotNull UUID editionId,
      @Schema(description = "`created`, `updated` or `unchanged`") @NotNull String result,
      @Schema(description = "`draft`, `published` or `withdrawn`") @NotNull String state,
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
   * @param paragraph which line of the body text, from 1
   * @param offset code points of it that stand left of the join
   * @param afterLine line of the file on the left, from 1
   * @param nextLine line of the file on the right
   * @param uncertain whether somebody should look
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

  /** A follow line of the document. */
  @Schema(name = "ImportedFollowTarget")
  public record Target(
      @NotNull UUID followTargetId,
      @NotNull String name,
      @NotNull Integer line,
      @Schema(
              description =
                  "`linked` (an account here), `existing` or `created` (an outside account)")
          @NotNull
          String result,
      UUID accountId) {}

  /**
   * Something to know about the document.
   *
   * @param article which article, from 1
   */
  @Schema(name = "Finding")
  public record FindingView(
      @NotNull String code,
      @Schema(description = "`info`, `warning` or `error`; an error keeps the draft") @NotNull
          String severity,
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
  }
}
