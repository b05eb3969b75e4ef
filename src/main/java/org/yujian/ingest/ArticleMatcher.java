package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.edition.DraftMatch;
import org.yujian.edition.DraftService;
import org.yujian.edition.body.Body;
import org.yujian.shared.text.NameKeys;

/**
 * Which article a document's article is (design section 7, rule 9): the same content again, a new
 * text of one that exists, or a new one.
 */
@ApplicationScoped
class ArticleMatcher {

  @Inject DraftService drafts;

  /** What was found, and what is to be told about it. */
  record Matched(List<ImportedArticle> articles, List<Finding> findings) {}

  Matched match(UUID account, Document document, List<UUID> updates) {
    Set<UUID> taken = new HashSet<>();
    List<ImportedArticle> articles = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Set<UUID> unused = new HashSet<>(updates);
    for (HealedArticle healed : document.articles()) {
      int index = articles.size() + 1;
      Optional<DraftMatch> asked = asked(account, document, healed, updates, taken);
      asked.ifPresent(match -> unused.remove(match.ref().articleId()));
      ImportedArticle article =
          same(account, index, healed, taken, findings)
              .or(() -> asked.map(match -> updated(index, healed, match)))
              .or(() -> retitled(account, index, healed, taken, findings))
              .orElse(new ImportedArticle(index, healed, ImportedArticle.CREATED, null));
      if (article.ref() != null) {
        taken.add(article.ref().articleId());
      }
      articles.add(article);
    }
    unused.stream()
        .findFirst()
        .ifPresent(
            id -> {
              throw ImportProblems.updatesMismatch(id);
            });
    return new Matched(articles, findings);
  }

  /** The same text, links, pictures and marks as some draft or revision. */
  private Optional<ImportedArticle> same(
      UUID account, int index, HealedArticle healed, Set<UUID> taken, List<Finding> findings) {
    String content = ImportedArticle.content(healed).sha256();
    return drafts
        .findSame(account, content, taken)
        .map(
            match -> {
              tellSince(index, healed, match, content, findings);
              return new ImportedArticle(index, healed, ImportedArticle.UNCHANGED, match.ref());
            });
  }

  private static void tellSince(
      int index, HealedArticle healed, DraftMatch match, String content, List<Finding> findings) {
    boolean current = content.equals(match.draftSha256()) || content.equals(match.liveSha256());
    if ("withdrawn".equals(match.ref().state())) {
      findings.add(
          Finding.ofArticle(
              "article.withdrawn-since",
              Finding.WARNING,
              healed.line(),
              index,
              "This text was published and has been withdrawn since; it stays withdrawn."));
    } else if (!current) {
      findings.add(
          Finding.ofArticle(
              "article.corrected-since",
              Finding.WARNING,
              healed.line(),
              index,
              "This text was published and has been corrected since; the correction stays."));
    }
  }

  private static ImportedArticle updated(int index, HealedArticle healed, DraftMatch match) {
    return new ImportedArticle(index, healed, ImportedArticle.UPDATED, match.ref());
  }

  /** Asked by id: the article of the same title, or the only one of the document. */
  private Optional<DraftMatch> asked(
      UUID account, Document document, HealedArticle healed, List<UUID> updates, Set<UUID> taken) {
    boolean only = document.articles().size() == 1 && updates.size() == 1;
    for (UUID id : updates) {
      DraftMatch match =
          drafts.find(account, id).orElseThrow(() -> ImportProblems.updatesMismatch(id));
      boolean fits = only || sameTitle(match.title(), healed.title());
      if (fits && !taken.contains(id)) {
        return Optional.of(match);
      }
    }
    return Optional.empty();
  }

  /**
   * Same title, other text: what was never live is updated; what was live only when at least half
   * its blocks are equal, for this week's notice is no correction of last week's. A document that
   * was imported by an older rule set may differ in its lines only: that is an update, too.
   */
  private Optional<ImportedArticle> retitled(
      UUID account, int index, HealedArticle healed, Set<UUID> taken, List<Finding> findings) {
    if (healed.title() == null) {
      return Optional.empty();
    }
    List<DraftMatch> titled = drafts.findTitled(account, healed.title(), taken);
    Optional<DraftMatch> same =
        titled.stream()
            .filter(match -> match.ref().neverLive() || isVersion(match.body(), healed.body()))
            .findFirst();
    if (same.isEmpty() && !titled.isEmpty()) {
      findings.add(
          Finding.ofArticle(
              "article.same-title",
              Finding.WARNING,
              healed.line(),
              index,
              "Another article has this title; its text is a different one."));
    }
    return same.map(match -> updated(index, healed, match));
  }

  /** Half the lines are equal, or all of the text in other lines, as other healing rules cut it. */
  private static boolean isVersion(Body old, Body now) {
    return halfEqual(old, now) || characters(old).equals(characters(now));
  }

  private static String characters(Body body) {
    return body.text().replaceAll("\\s+", "");
  }

  private static boolean halfEqual(Body old, Body now) {
    Set<String> lines = new HashSet<>(now.lines());
    List<String> before = old.lines();
    long equal = before.stream().filter(lines::contains).count();
    return !before.isEmpty() && 2 * equal >= before.size();
  }

  private static boolean sameTitle(String one, String other) {
    return one != null && other != null && NameKeys.unique(one).equals(NameKeys.unique(other));
  }
}
