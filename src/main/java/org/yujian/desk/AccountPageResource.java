package org.yujian.desk;

import static java.util.stream.Collectors.joining;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.account.DeskAccountPage;
import org.yujian.account.ReviewStage;
import org.yujian.auth.Caller;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.target.FollowTargetView;
import org.yujian.target.TargetService;

/** The accounts and the page of each: settings, avatar, code to follow, closing. */
@Path("/desk/accounts")
@Produces(DeskPages.HTML)
class AccountPageResource {

  private static final String SECTION = "accounts";

  /**
   * A page of the list of accounts.
   *
   * @param creator whether the caller may make accounts
   */
  record Listed(List<DeskAccount> accounts, PageLinks links, boolean creator) {}

  /**
   * An account as its page shows it.
   *
   * @param etag what {@code If-Match} has to name
   * @param target its code to follow; null while readers cannot see the account
   * @param admin whether the caller may change settings
   * @param writer whether the caller may upload a picture
   */
  record View(
      DeskAccount account, String etag, FollowTargetView target, boolean admin, boolean writer) {

    public boolean isEditable() {
      return admin && !account.state().equals("closed");
    }

    /** Whether the page can change the review: its stages name neither people nor rights. */
    public boolean isReviewOfPage() {
      return account.review() == null
          || account.review().stages().stream()
              .allMatch(stage -> stage.scope() == null && stage.signers() == null);
    }

    /** Names of the stages, one per line. */
    public String stages() {
      return account.review() == null
          ? ""
          : account.review().stages().stream().map(ReviewStage::name).collect(joining("\n"));
    }
  }

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance accounts(Listed list, DeskFrame frame);

    static native TemplateInstance account(View view, DeskFrame frame);
  }

  private final AccountService accounts;
  private final TargetService targets;
  private final DeskPages pages;
  private final CurrentCaller caller;

  AccountPageResource(
      AccountService accounts, TargetService targets, DeskPages pages, CurrentCaller caller) {
    this.accounts = accounts;
    this.targets = targets;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response accounts(
      @QueryParam("cursor") String cursor, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    Caller who = caller.get();
    PageRequest page = PageRequest.of(null, cursor, "accounts", PageKey.Named.class);
    boolean creator = who.has(Scopes.ADMIN) && who.unlimited();
    DeskAccountPage found = accounts.deskList(page, who);
    PageLinks links = PageLinks.of("/desk/accounts", Map.of(), cursor, found.next());
    Listed list = new Listed(found.items(), links, creator);
    return pages.show(Templates.accounts(list, frame), frame);
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response account(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    Caller who = caller.get();
    DeskAccount account = accounts.deskRead(id.toString(), who);
    View view =
        new View(
            account,
            account.etag(),
            targets.readOf(id).orElse(null),
            who.has(Scopes.ADMIN),
            who.has(Scopes.CONTENT_WRITE));
    return pages.show(Templates.account(view, frame), frame);
  }
}
