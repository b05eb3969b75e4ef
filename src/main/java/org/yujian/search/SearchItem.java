package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleSummary;
import org.yujian.tag.TagView;

/**
 * Something that was found, in the field that its type names.
 *
 * @param article the article, when {@code type} says so
 * @param account the account, when {@code type} says so
 * @param tag the tag, when {@code type} says so
 * @param match {@code exact} when every term stands in it as typed, {@code relaxed} when most words
 *     of the question do; only for articles
 * @param highlights where the terms are, in reading order, 50 at most; none for a phrase in quotes
 *     that crosses two blocks
 * @param snippet text around the first place in the body of an article
 */
@Schema(name = "SearchItem")
public record SearchItem(
    @NotNull String type,
    ArticleSummary article,
    AccountView account,
    TagView tag,
    String match,
    @NotNull List<Highlight> highlights,
    Snippet snippet) {

  UUID id() {
    return article != null ? article.id() : account != null ? account.id() : tag.id();
  }

  /** The same article as one that fits mostly: places that touch are one. */
  SearchItem relaxed() {
    return new SearchItem(
        type,
        article,
        account,
        tag,
        SearchMatch.RELAXED.toString(),
        Highlights.joined(highlights),
        snippet);
  }

  static SearchItem of(ArticleSummary article, List<Highlight> highlights, Snippet snippet) {
    return new SearchItem(
        "article", article, null, null, SearchMatch.EXACT.toString(), highlights, snippet);
  }

  static SearchItem of(AccountView account, List<Highlight> highlights) {
    return new SearchItem("account", null, account, null, null, highlights, null);
  }

  static SearchItem of(TagView tag, List<Highlight> highlights) {
    return new SearchItem("tag", null, null, tag, null, highlights, null);
  }
}
