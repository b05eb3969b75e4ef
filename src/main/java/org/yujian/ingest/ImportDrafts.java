package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.edition.DraftRef;
import org.yujian.edition.DraftService;
import org.yujian.edition.PublishRules;

/** Writes the articles of a document to drafts: of existing articles, or in new editions. */
@ApplicationScoped
class ImportDrafts {

  private final DraftService drafts;

  ImportDrafts(DraftService drafts) {
    this.drafts = drafts;
  }

  List<ImportedArticle> write(
      UUID account,
      List<ImportedArticle> articles,
      ImportPublishing.Plan plan,
      List<UUID> followTargets,
      List<String> tags,
      Caller caller) {
    List<ImportedArticle> placed = new ArrayList<>();
    for (ImportedArticle article : articles) {
      if (ImportedArticle.UPDATED.equals(article.result())) {
        DraftRef ref = drafts.update(article.ref().articleId(), article.content(), caller.name());
        placed.add(article.at(ref));
      } else if (!article.created()) {
        placed.add(article);
      }
    }
    List<ImportedArticle> created = articles.stream().filter(ImportedArticle::created).toList();
    // An edition goes live as a whole, so articles that stay drafts need another one.
    placed.addAll(
        make(account, created.stream().filter(plan::goes).toList(), followTargets, caller));
    placed.addAll(
        make(account, created.stream().filter(a -> !plan.goes(a)).toList(), followTargets, caller));
    placed.sort(Comparator.comparingInt(ImportedArticle::index));
    for (ImportedArticle article : placed) {
      drafts.addTags(article.ref().articleId(), tags, caller.name());
    }
    return placed;
  }

  private List<ImportedArticle> make(
      UUID account, List<ImportedArticle> some, List<UUID> followTargets, Caller caller) {
    List<ImportedArticle> placed = new ArrayList<>();
    for (int from = 0; from < some.size(); from += PublishRules.MAX_ARTICLES) {
      List<ImportedArticle> edition =
          some.subList(from, Math.min(from + PublishRules.MAX_ARTICLES, some.size()));
      List<DraftRef> refs =
          drafts.create(
              account,
              edition.stream().map(ImportedArticle::content).toList(),
              followTargets,
              caller.name());
      for (int i = 0; i < refs.size(); i++) {
        placed.add(edition.get(i).at(refs.get(i)));
      }
    }
    return placed;
  }
}
