package org.yujian.edition;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.yujian.body.Body;
import org.yujian.body.FrontMatter;
import org.yujian.body.Provenance;
import org.yujian.shared.json.Json;
import org.yujian.shared.text.Sha256;
import org.yujian.target.EditionTargets;

/**
 * Describes what the next publication of an edition or article would put live. The hash depends on
 * the content and not on versions, so scheduling an edition keeps it. It contains the number of the
 * live revision, so every publication and withdrawal changes it.
 */
@ApplicationScoped
public class PublicationContents {

  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final EditionTargets targets;

  PublicationContents(ArticleRepository articles, DraftRepository drafts, EditionTargets targets) {
    this.articles = articles;
    this.drafts = drafts;
    this.targets = targets;
  }

  /** An article as it would go live. Names and order of the components are part of the hash. */
  record Part(
      UUID article,
      int position,
      String state,
      int liveRev,
      FrontMatter frontMatter,
      List<String> tags,
      Provenance provenance,
      Body body) {

    private static Part of(Article article, ArticleDraft draft) {
      return new Part(
          article.id,
          article.position,
          article.state.value,
          article.liveRev,
          draft.frontMatter(),
          List.of(draft.tags),
          draft.provenance,
          draft.body);
    }

    private static Part of(Article article, ArticleRevision last) {
      return new Part(
          article.id,
          article.position,
          article.state.value,
          article.liveRev,
          last.written(),
          List.of(article.tags),
          last.provenance,
          last.body);
    }
  }

  static String sha256(List<Part> parts, List<UUID> followTargets) {
    return Sha256.hex(Json.text(List.of(parts, followTargets)));
  }

  /** What publishing or republishing the edition would put live; empty while it is live. */
  @Transactional(TxType.MANDATORY)
  public Optional<PublicationContent> of(Edition edition) {
    List<Article> all = articles.ofEditions(List.of(edition.id));
    return switch (edition.state) {
      case PUBLISHED -> Optional.empty();
      case WITHDRAWN -> Optional.of(of(edition, together(edition, all)));
      default -> Optional.of(of(edition, all));
    };
  }

  /** What a correction or republication of the article would put live; empty when nothing. */
  @Transactional(TxType.MANDATORY)
  public Optional<PublicationContent> of(Article article) {
    boolean waits =
        switch (article.state) {
          case DRAFT -> false;
          case PUBLISHED -> drafts.findById(article.id) != null;
          case WITHDRAWN -> true;
        };
    return waits ? Optional.of(only(article)) : Optional.empty();
  }

  /** The articles that were withdrawn with their edition. */
  static List<Article> together(Edition edition, List<Article> all) {
    return all.stream()
        .filter(article -> article.withdrawal.at.equals(edition.withdrawal.at))
        .toList();
  }

  PublicationContent of(Edition edition, List<Article> going) {
    return of(edition.accountId, edition.id, null, going);
  }

  PublicationContent only(Article article) {
    return of(article.accountId, article.editionId, article.id, List.of(article));
  }

  private PublicationContent of(UUID account, UUID edition, UUID article, List<Article> going) {
    Map<UUID, ArticleDraft> working =
        drafts.of(going.stream().map(each -> each.id).toList()).stream()
            .collect(toMap(draft -> draft.articleId, draft -> draft));
    List<Part> parts = new ArrayList<>();
    Set<String> authors = new TreeSet<>();
    for (Article each : going) {
      ArticleDraft draft = working.get(each.id);
      if (draft == null) {
        parts.add(Part.of(each, drafts.live(each).orElseThrow()));
      } else {
        parts.add(Part.of(each, draft));
        authors.add(draft.changedBy);
      }
    }
    List<UUID> shown = article == null ? targets.shown(edition) : List.of();
    return new PublicationContent(account, edition, article, sha256(parts, shown), authors);
  }
}
