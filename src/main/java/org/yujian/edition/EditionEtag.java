package org.yujian.edition;

import static java.util.stream.Collectors.toMap;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yujian.shared.web.IfMatch;

/**
 * ETag of an edition. Contains the version of each article ({@link #of(List)}), so that the problem
 * for a stale ETag can name the changed articles without a history.
 */
public record EditionEtag(long version, String articles) {

  private static final String BETWEEN = ".";

  /** An article that changed since the ETag was read, with time and author of the draft change. */
  record Stale(@NotNull UUID id, String title, Instant changedAt, String changedBy) {}

  /** Parses {@code If-Match}; 428 without it. */
  public static EditionEtag of(String ifMatch) {
    return new EditionEtag(IfMatch.version(ifMatch), IfMatch.detail(ifMatch));
  }

  static String of(List<DeskArticle> articles) {
    return articles.stream().map(EditionEtag::mark).collect(Collectors.joining(BETWEEN));
  }

  private static String mark(DeskArticle article) {
    String id = article.id().toString();
    return article.position() + id.substring(id.length() - 6) + "-" + article.tagVersion();
  }

  /** Throws 412 with the changed articles unless edition and articles still have these versions. */
  public void require(Edition edition, ArticleRepository articles, DraftRepository drafts) {
    if (version == edition.deskVersion) {
      return;
    }
    List<Article> inOrder = articles.lockOfEdition(edition.id);
    Map<UUID, ArticleDraft> working =
        drafts.of(inOrder.stream().map(article -> article.id).toList()).stream()
            .collect(toMap(draft -> draft.articleId, draft -> draft));
    Set<String> seen = Set.copyOf(Arrays.asList(this.articles.split("\\" + BETWEEN)));
    List<Stale> changed =
        inOrder.stream()
            .map(article -> stale(article, working.get(article.id), seen))
            .filter(Objects::nonNull)
            .toList();
    throw IfMatch.stale(edition.deskVersion, edition.updatedAt).with("articles", changed);
  }

  private static Stale stale(Article article, ArticleDraft draft, Set<String> seen) {
    DeskArticle now = DeskArticle.of(article, draft, false);
    if (seen.contains(mark(now))) {
      return null;
    }
    return draft == null
        ? new Stale(article.id, now.title(), article.liveAt, null)
        : new Stale(article.id, now.title(), draft.changedAt, draft.changedBy);
  }
}
