package org.yujian.search;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.edition.ArticleSummary;
import org.yujian.tag.TagView;

/** Something found: its light form in the field that its type names. */
@Schema(name = "SearchItem")
public record SearchItem(
    @Schema(description = "`article`, `account`, `tag`") @NotNull String type,
    ArticleSummary article,
    AccountView account,
    TagView tag,
    @Schema(
            description =
                "Where the terms stand, in the order of reading, at most 50 places. None for a"
                    + " phrase in quotes that goes across two blocks")
        @NotNull
        List<Highlight> highlights,
    @Schema(description = "Of an article with a place in its body") Snippet snippet) {

  UUID id() {
    return article != null ? article.id() : account != null ? account.id() : tag.id();
  }

  static SearchItem of(ArticleSummary article, List<Highlight> highlights, Snippet snippet) {
    return new SearchItem("article", article, null, null, highlights, snippet);
  }

  static SearchItem of(AccountView account, List<Highlight> highlights) {
    return new SearchItem("account", null, account, null, highlights, null);
  }

  static SearchItem of(TagView tag, List<Highlight> highlights) {
    return new SearchItem("tag", null, null, tag, highlights, null);
  }
}
