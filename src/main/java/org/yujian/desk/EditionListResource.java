package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.editing.DeskEditionFilter;
import org.yujian.editing.DeskEditionPage;
import org.yujian.editing.DeskEditionService;
import org.yujian.edition.DeskEdition;
import org.yujian.edition.EditionState;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/** The list of editions, latest made first. */
@Path("/desk/editions")
class EditionListResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance editions(EditionList list, DeskFrame frame);
  }

  private final DeskEditionService editions;
  private final AccountService accounts;
  private final DeskPages pages;
  private final CurrentCaller caller;

  EditionListResource(
      DeskEditionService editions, AccountService accounts, DeskPages pages, CurrentCaller caller) {
    this.editions = editions;
    this.accounts = accounts;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @Produces(DeskPages.HTML)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response list(
      @QueryParam("state") EditionState state,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame("editions", acceptLanguage);
    EditionList list = read(new DeskEditionFilter(null, state), cursor, caller.get());
    return pages.show(Templates.editions(list, frame), frame);
  }

  private EditionList read(DeskEditionFilter filter, String cursor, Caller who) {
    PageRequest page = PageRequest.of(null, cursor, filter.toString(), PageKey.Named.class);
    DeskEditionPage found = editions.list(filter, page, who);
    String state = filter.state() == null ? null : filter.state().toString();
    Map<String, Object> filters = new HashMap<>();
    filters.put("state", state);
    return new EditionList(
        state,
        found.items(),
        PageLinks.of("/desk/editions", filters, cursor, found.next()),
        accounts.deskNames(found.items().stream().map(DeskEdition::accountId).distinct().toList()));
  }
}
