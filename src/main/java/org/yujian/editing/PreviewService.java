package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.auth.Caller;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.edition.ArticleProblems;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DraftRepository;
import org.yujian.edition.EditionAudit;
import org.yujian.feed.ArticleView;
import org.yujian.feed.SharedArticle;
import org.yujian.media.PreviewAccess;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.web.PublicUrl;
import org.yujian.tag.TagService;
import org.yujian.target.TargetService;

/**
 * Creates and opens links that show a draft to people without an API key. A link ends after seven
 * days, or when the draft goes live or is deleted. Links are signed and not stored.
 */
@ApplicationScoped
public class PreviewService implements PreviewAccess {

  private static final Duration GOOD_FOR = Duration.ofDays(7);
  private static final int SECRET_BYTES = 32;

  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final AccountService accounts;
  private final TargetService targets;
  private final TagService tags;
  private final DatabaseClock clock;
  private final PublicUrl site;
  private final EditionAudit audit;

  PreviewService(
      ArticleRepository articles,
      DraftRepository drafts,
      AccountService accounts,
      TargetService targets,
      TagService tags,
      DatabaseClock clock,
      PublicUrl site,
      EditionAudit audit) {
    this.articles = articles;
    this.drafts = drafts;
    this.accounts = accounts;
    this.targets = targets;
    this.tags = tags;
    this.clock = clock;
    this.site = site;
    this.audit = audit;
  }

  /** A link that shows the current content of the draft; 409 without a draft. */
  @Transactional
  PreviewLink create(UUID id, Caller caller) {
    Article article = articles.findByIdOptional(id).orElseThrow(() -> ArticleProblems.notFound(id));
    caller.requireAccount(article.accountId, () -> ArticleProblems.notFound(id));
    ArticleDraft draft = drafts.findById(id);
    if (draft == null) {
      throw ArticleProblems.noDraft(id);
    }
    Instant expiresAt = clock.now().plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS);
    PreviewToken token = new PreviewToken(id, draft.draftId, expiresAt);
    String path = "/preview/" + token.signed(secret());
    PreviewLink link = new PreviewLink(path, site.link(path), expiresAt);
    // Both states are equal, as nothing changed. The audit omits the link, which gives access.
    DeskArticle seen = DeskArticle.of(article, draft, true);
    audit.article(caller, "article.preview", article, seen, seen);
    return link;
  }

  /** Opens a link; 404 if invalid, 410 if it expired or the draft no longer exists. */
  @Transactional
  SharedArticle open(String text) {
    PreviewToken token =
        PreviewToken.read(text, secret()).orElseThrow(ProblemCode.PREVIEW_NOT_FOUND::problem);
    if (!clock.now().isBefore(token.expiresAt())) {
      throw ProblemCode.PREVIEW_EXPIRED.problem().with("at", token.expiresAt());
    }
    Article article = articles.findById(token.article());
    ArticleDraft draft = drafts.findById(token.article());
    if (article == null || draft == null || !draft.draftId.equals(token.draft())) {
      throw ProblemCode.PREVIEW_ENDED.problem();
    }
    List<AccountView> account = accounts.included(List.of(article.accountId));
    ArticleView view =
        DraftPreview.of(
            article,
            draft,
            targets.shownBy(List.of(article.editionId)).getOrDefault(article.editionId, List.of()));
    return new SharedArticle(view, account.get(0), null, tags.included(List.of(draft.tags)), true);
  }

  @Override
  @Transactional
  public Optional<UUID> article(String text) {
    return PreviewToken.read(text, secret())
        .filter(token -> clock.now().isBefore(token.expiresAt()))
        .filter(
            token -> {
              ArticleDraft draft = drafts.findById(token.article());
              return draft != null && draft.draftId.equals(token.draft());
            })
        .map(PreviewToken::article);
  }

  private byte[] secret() {
    return drafts
        .previewSecret()
        .orElseGet(
            () -> {
              byte[] secret = new byte[SECRET_BYTES];
              new SecureRandom().nextBytes(secret);
              drafts.keepPreviewSecret(secret);
              return drafts.previewSecret().orElseThrow();
            });
  }
}
