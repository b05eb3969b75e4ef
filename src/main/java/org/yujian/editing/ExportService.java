package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.FrontMatter;
import org.yujian.document.ExportedArticle;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.edition.ArticleProblems;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.DraftRepository;
import org.yujian.edition.Edition;
import org.yujian.edition.EditionProblems;
import org.yujian.edition.EditionRepository;
import org.yujian.shared.transaction.ReadSnapshot;

/** Reads the texts of articles for files: the draft if there is one, else the live copy. */
@ApplicationScoped
class ExportService {

  private final EditionRepository editions;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final ExportedPictures pictures;
  private final ReadSnapshot snapshot;

  ExportService(
      EditionRepository editions,
      ArticleRepository articles,
      DraftRepository drafts,
      ExportedPictures pictures,
      ReadSnapshot snapshot) {
    this.editions = editions;
    this.articles = articles;
    this.drafts = drafts;
    this.pictures = pictures;
    this.snapshot = snapshot;
  }

  /** 404 if unknown or out of the caller's reach. */
  @Transactional
  ExportedArticle article(UUID id, Caller caller) {
    snapshot.begin();
    Article article = articles.findByIdOptional(id).orElseThrow(() -> ArticleProblems.notFound(id));
    caller.requireAccount(article.accountId, () -> ArticleProblems.notFound(id));
    return text(article).orElseThrow(() -> ArticleProblems.notFound(id));
  }

  /** The articles in order; 404 if the edition is unknown or out of the caller's reach. */
  @Transactional
  List<ExportedArticle> edition(UUID id, Caller caller) {
    snapshot.begin();
    Edition edition = editions.findByIdOptional(id).orElseThrow(() -> EditionProblems.notFound(id));
    caller.requireAccount(edition.accountId, () -> EditionProblems.notFound(id));
    return articles.ofEditions(List.of(id)).stream()
        .map(this::text)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ExportedArticle> text(Article article) {
    ArticleDraft draft = drafts.findById(article.id);
    return draft == null
        ? drafts.live(article).map(revision -> text(revision.frontMatter, revision.body))
        : Optional.of(text(draft.frontMatter(), draft.body));
  }

  private ExportedArticle text(FrontMatter front, Body body) {
    FrontMatter shown = front == null ? FrontMatter.EMPTY : front;
    List<Block> blocks = body == null ? List.of() : body.blocks();
    return new ExportedArticle(
        shown.title(),
        shown.subtitle(),
        shown.source(),
        shown.author(),
        pictures.addressed(blocks));
  }
}
