package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.body.Body;
import org.yujian.document.ExportedArticle;
import org.yujian.document.TextFile;
import org.yujian.edition.DraftMatch;
import org.yujian.edition.DraftService;
import org.yujian.ingest.healing.Document;
import org.yujian.ingest.healing.DocumentFormat;
import org.yujian.ingest.healing.Finding;
import org.yujian.ingest.healing.HealedArticle;
import org.yujian.ingest.healing.Healer;
import org.yujian.shared.text.NameKeys;

/** Finds for each article of a document the existing article of which it is the text, if any. */
@ApplicationScoped
class ArticleMatcher {

  private final DraftService drafts;

  ArticleMatcher(DraftService drafts) {
    this.drafts = drafts;
  }

  record Matched(List<ImportedArticle> articles, List<Finding> findings) {}

  /**
   * @param plainText whether the document is a text file
   */
  Matched match(UUID account, Document document, boolean plainText, List<UUID> updates) {
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
              .or(() -> plainText ? exported(account, index, healed, taken) : Optional.empty())
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

  /**
   * The article that has a draft or revision with equal text, and at least the links, pictures and
   * marks of this one: the text of a document that came with pictures takes nothing away.
   */
  private Optional<ImportedArticle> same(
      UUID account, int index, HealedArticle healed, Set<UUID> taken, List<Finding> findings) {
    String content = ImportedArticle.content(healed).sha256();
    return drafts
        .findSame(account, content, taken)
        .or(() -> richer(account, healed, taken))
        .map(
            match -> {
              tellSince(index, healed, match, content, findings);
              return new ImportedArticle(index, healed, ImportedArticle.UNCHANGED, match.ref());
            });
  }

  /** The article with equal text that has all links, pictures and marks of this form, and more. */
  private Optional<DraftMatch> richer(UUID account, HealedArticle healed, Set<UUID> taken) {
    return drafts
        .findSameText(account, healed.canonicalSha256(), taken)
        .filter(match -> match.body().features().containsAll(healed.body().features()));
  }

  /**
   * The article of which this is the text file that we export. Plain text shows lists and tables
   * only in part, so that its lines may be understood differently when it comes back.
   */
  private Optional<ImportedArticle> exported(
      UUID account, int index, HealedArticle healed, Set<UUID> taken) {
    return healed.title() == null
        ? Optional.empty()
        : drafts.findTitled(account, healed.title(), taken).stream()
            .filter(match -> isExport(healed, match))
            .findFirst()
            .map(
                match ->
                    new ImportedArticle(index, healed, ImportedArticle.UNCHANGED, match.ref()));
  }

  private static boolean isExport(HealedArticle healed, DraftMatch match) {
    String content = ImportedArticle.content(healed.withBody(match.body())).sha256();
    boolean same = content.equals(match.draftSha256()) || content.equals(match.liveSha256());
    if (!same || !characters(match.body()).equals(characters(healed.body()))) {
      return false;
    }
    ExportedArticle article =
        new ExportedArticle(
            healed.title(), healed.subtitle(), healed.source(), null, match.body().blocks());
    Document again = Healer.heal(TextFile.write(article), DocumentFormat.TEXT, key -> false);
    return again.articles().get(0).canonicalSha256().equals(healed.canonicalSha256());
  }

  private static void tellSince(
      int index, HealedArticle healed, DraftMatch match, String content, List<Finding> findings) {
    boolean current = content.equals(match.draftSha256()) || content.equals(match.liveSha256());
    if ("withdrawn".equals(match.ref().state())) {
      findings.add(Finding.warning("article.withdrawn-since", healed.line()).in(index));
    } else if (!current) {
      findings.add(Finding.warning("article.corrected-since", healed.line()).in(index));
    }
  }

  private static ImportedArticle updated(int index, HealedArticle healed, DraftMatch match) {
    return new ImportedArticle(index, healed, ImportedArticle.UPDATED, match.ref());
  }

  /** For an import with {@code updates}: the article with the title, or the document's only one. */
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
   * The article with this title and another text. It is updated if it was never live, or if at
   * least half of its blocks are equal: this week's notice is not a correction of last week's. A
   * document imported by older rules may differ in its line breaks only; then it is updated, too.
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
      findings.add(Finding.warning("article.same-title", healed.line()).in(index));
    }
    return same.map(match -> updated(index, healed, match));
  }

  /** Whether half of the lines are equal, or only line breaks differ, as between healing rules. */
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
