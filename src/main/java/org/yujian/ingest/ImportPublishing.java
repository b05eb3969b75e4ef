package org.yujian.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.change.Change;
import org.yujian.edition.Correction;
import org.yujian.edition.DraftRef;
import org.yujian.edition.DraftService;
import org.yujian.edition.PublicationPlan;
import org.yujian.edition.PublicationService;
import org.yujian.ingest.healing.Document;
import org.yujian.ingest.healing.Finding;

/** Publishes the articles of a document that was imported with {@code publish=true}. */
@ApplicationScoped
class ImportPublishing {

  private final DraftService drafts;
  private final PublicationService publishing;

  ImportPublishing(DraftService drafts, PublicationService publishing) {
    this.drafts = drafts;
    this.publishing = publishing;
  }

  /**
   * @param going indexes of the articles to publish
   * @param kept why the others stay drafts
   */
  record Plan(Set<Integer> going, List<Finding> kept) {

    boolean goes(ImportedArticle article) {
      return going.contains(article.index());
    }
  }

  /** An article with an error, or with an uncertain join unless forced, stays a draft. */
  Plan plan(ImportRequest request, Document document, List<ImportedArticle> articles) {
    Set<Integer> going = new TreeSet<>();
    List<Finding> kept = new ArrayList<>();
    if (request.publish()) {
      for (ImportedArticle article : articles) {
        Optional<String> cause = cause(request, document, article);
        if (cause.isEmpty()) {
          going.add(article.index());
        } else {
          kept.add(
              Finding.warning("publish.kept", article.healed().line())
                  .in(article.index())
                  .as(cause.get()));
        }
      }
    }
    return new Plan(going, kept);
  }

  /** Why the article stays a draft, as a suffix of the finding's text {@code publish.kept}. */
  private static Optional<String> cause(
      ImportRequest request, Document document, ImportedArticle article) {
    if (document.hasError(article.index())) {
      return Optional.of("error");
    }
    if (article.healed().hasUncertainJoin() && !request.force()) {
      return Optional.of("uncertain");
    }
    return Optional.empty();
  }

  /** Publishes the planned articles; returns all articles with their new state. */
  List<ImportedArticle> publish(
      List<ImportedArticle> articles, Plan plan, List<Change> owed, Caller caller) {
    List<ImportedArticle> going = articles.stream().filter(plan::goes).toList();
    Map<UUID, List<UUID>> firstTime =
        going.stream()
            .filter(article -> article.ref().neverLive())
            .collect(
                groupingBy(
                    article -> article.ref().editionId(),
                    LinkedHashMap::new,
                    mapping(article -> article.ref().articleId(), toList())));
    firstTime.forEach((edition, kept) -> drafts.keepOnly(edition, kept, caller.name()));
    List<UUID> corrected =
        going.stream()
            .filter(article -> article.ref().live())
            // Only if the draft has exactly this document's content.
            .filter(article -> drafts.corrects(article.ref().articleId(), article.content()))
            .map(article -> article.ref().articleId())
            .toList();
    publishing.publish(
        new PublicationPlan(List.copyOf(firstTime.keySet()), corrected, Correction.update(), owed),
        caller);
    return articles.stream().map(this::now).toList();
  }

  private ImportedArticle now(ImportedArticle article) {
    DraftRef ref = drafts.ref(article.ref().articleId());
    return article.at(ref);
  }
}
