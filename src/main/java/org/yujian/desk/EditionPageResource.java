package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Caller;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.editing.DeskEditionService;
import org.yujian.editing.review.CommentService;
import org.yujian.editing.review.DeskComment;
import org.yujian.editing.review.Review;
import org.yujian.editing.review.ReviewService;
import org.yujian.edition.DeskEdition;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/** One edition: its articles in order, and everything that can be done with it. */
@Path("/desk/editions/{id}")
class EditionPageResource {

  /**
   * What the page shows.
   *
   * @param etag what {@code If-Match} has to name
   * @param publisher whether the caller may publish
   * @param writer whether the caller may change drafts
   * @param review null when the account has none
   * @param reviewer whether the caller may comment
   * @param comments latest first, a hundred at most
   */
  record View(
      DeskEdition edition,
      String etag,
      String accountName,
      Review review,
      List<DeskComment> comments,
      boolean publisher,
      boolean writer,
      boolean reviewer) {

    /** Its address in the API. */
    public String api() {
      return "/v1/desk/editions/" + edition.id();
    }

    /** Whether nothing is missing that has to agree before publishing. */
    public boolean isReviewed() {
      return review == null || review.state().equals("agreed");
    }

    public boolean isDraft() {
      return edition.state().equals("draft") || edition.state().equals("failed");
    }

    public boolean inState(String state) {
      return edition.state().equals(state);
    }
  }

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance edition(View view, DeskFrame frame);
  }

  private final DeskEditionService editions;
  private final AccountService accounts;
  private final ReviewService reviews;
  private final CommentService comments;
  private final DeskPages pages;
  private final CurrentCaller caller;

  EditionPageResource(
      DeskEditionService editions,
      AccountService accounts,
      ReviewService reviews,
      CommentService comments,
      DeskPages pages,
      CurrentCaller caller) {
    this.editions = editions;
    this.accounts = accounts;
    this.reviews = reviews;
    this.comments = comments;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @Produces(DeskPages.HTML)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response edition(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame("editions", acceptLanguage);
    Caller who = caller.get();
    DeskEdition edition = editions.read(id, who);
    DeskAccount account = accounts.deskRead(edition.accountId().toString(), who);
    PageRequest latest = PageRequest.of(PageRequest.MAX_LIMIT, null, "", PageKey.Named.class);
    View view =
        new View(
            edition,
            edition.etag(),
            account.name(),
            account.review() == null ? null : reviews.ofEdition(id, who),
            comments.list(id, null, latest, who).items(),
            who.has(Scopes.CONTENT_PUBLISH),
            who.has(Scopes.CONTENT_WRITE),
            who.has(Scopes.CONTENT_REVIEW));
    return pages.show(Templates.edition(view, frame), frame);
  }
}
