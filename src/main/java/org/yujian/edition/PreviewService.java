package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.auth.Audit;
import org.yujian.auth.Audited;
import org.yujian.auth.Caller;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.web.PublicUrl;
import org.yujian.tag.TagService;
import org.yujian.target.TargetService;

/**
 * Preview links: a draft for somebody without a key. They end after seven days, when the draft goes
 * live and when it is deleted; no list of them is kept, as the signature says everything.
 */
@ApplicationScoped
public class PreviewService {

  private static final Duration GOOD_FOR = Duration.ofDays(7);
  private static final int SECRET_BYTES = 32;

  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject AccountService accounts;
  @Inject TargetService targets;
  @Inject TagService tags;
  @Inject DatabaseClock clock;
  @Inject PublicUrl site;
  @Inject Audit audit;

  /** A link to the draft as it will be when it is opened; 409 without a draft. */
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
    // The article stays as it is; the link is as good as a key and stands nowhere.
    DeskArticle seen = DeskArticle.of(article, draft, true);
    audit.record(
        caller, new Audited("article.preview", "article", id, article.accountId, seen, seen));
    return link;
  }

  /** What the link shows; 404 when it is none of ours, 410 when it or the draft has ended. */
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
        ArticleView.ofDraft(
            article,
            draft,
            targets.shownBy(List.of(article.editionId)).getOrDefault(article.editionId, List.of()));
    return new SharedArticle(view, account.get(0), null, tags.included(List.of(draft.tags)), true);
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
