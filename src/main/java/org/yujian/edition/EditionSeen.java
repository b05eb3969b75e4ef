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
 * An edition as an editor looked at it, from the ETag. The ETag carries the version of each article
 * in it, so that a stale one tells which articles changed since and no history has to be kept.
 *
 * @param articles what {@link #of(List)} gave
 */
public record EditionSeen(long version, String articles) {

  private static final String BETWEEN = ".";

  /** An article that is another one than what was looked at; who and when of its draft. */
  record Stale(@NotNull UUID id, String title, Instant changedAt, String changedBy) {}

  /** What {@code If-Match} names; 428 without it. */
  static EditionSeen of(String ifMatch) {
    return new EditionSeen(IfMatch.version(ifMatch), IfMatch.detail(ifMatch));
  }

  /** The part of the ETag that tells the articles, in their order. */
  static String of(List<DeskArticle> articles) {
    return articles.stream().map(EditionSeen::mark).collect(Collectors.joining(BETWEEN));
  }

  /** Place, end of the id and version. */
  private static String mark(DeskArticle article) {
    String id = article.id().toString();
    return article.position() + id.substring(id.length() - 6) + "-" + article.tagVersion();
  }

  /** 412 naming the articles that changed, unless the edition is what was looked at. */
  void require(Edition edition, ArticleRepository articles, DraftRepository drafts) {
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
