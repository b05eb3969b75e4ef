package org.yujian.home;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.FrontMatter;
import org.yujian.feed.ArticleSummary;

/**
 * An item of the home feed: an article with all the fields of {@code Article}; or with {@code
 * group=edition} an edition, which has {@code id}, {@code version}, {@code accountId}, {@code
 * publishedAt} and {@code articles}.
 *
 * @param id identifies the article or edition
 * @param rev number of the live revision; counts the published revisions of the article
 * @param version rises with every public change; keep the higher one
 * @param accountId id of the account
 * @param editionId id of the edition
 * @param position position within the edition, from 1; 1 is the lead
 * @param publishedAt time of publication; for an edition the time at which these articles of it
 *     went live. An article that was later published again on its own has its own time and is a
 *     separate item with the same edition id
 * @param updatedAt time at which the live revision went live
 * @param flags marks on the article
 * @param tags slugs of the tags
 * @param characters length of the body in Unicode code points
 * @param readSeconds estimated reading time in seconds
 * @param articles articles of an edition, in order
 */
@Schema(name = "HomeItem")
public record HomeItem(
    @NotNull UUID id,
    Integer rev,
    @NotNull Long version,
    @NotNull UUID accountId,
    UUID editionId,
    Integer position,
    @JsonUnwrapped FrontMatter frontMatter,
    @NotNull Instant publishedAt,
    Instant updatedAt,
    List<String> flags,
    List<String> tags,
    Integer characters,
    Integer readSeconds,
    List<ArticleSummary> articles) {

  static HomeItem of(ArticleSummary article) {
    return new HomeItem(
        article.id(),
        article.rev(),
        article.version(),
        article.accountId(),
        article.editionId(),
        article.position(),
        article.frontMatter(),
        article.publishedAt(),
        article.updatedAt(),
        article.flags(),
        article.tags(),
        article.characters(),
        article.readSeconds(),
        null);
  }

  /** Makes an edition of its articles, at least one. */
  static HomeItem of(List<ArticleSummary> articles, long version) {
    ArticleSummary lead = articles.get(0);
    return new HomeItem(
        lead.editionId(),
        null,
        version,
        lead.accountId(),
        null,
        null,
        null,
        lead.publishedAt(),
        null,
        null,
        null,
        null,
        null,
        articles);
  }
}
