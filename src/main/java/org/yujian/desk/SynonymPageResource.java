package org.yujian.desk;

import static java.util.stream.Collectors.joining;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.search.synonym.SynonymGroup;
import org.yujian.search.synonym.SynonymList;
import org.yujian.search.synonym.SynonymService;

/** The synonyms of the installation as text with one group on each line. */
@Path("/desk/settings/synonyms")
class SynonymPageResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    /**
     * @param text groups, one on each line
     * @param editor whether the caller may change the list
     */
    static native TemplateInstance synonyms(
        SynonymList list, String text, boolean editor, DeskFrame frame);
  }

  private final SynonymService synonyms;
  private final DeskPages pages;
  private final CurrentCaller caller;

  SynonymPageResource(SynonymService synonyms, DeskPages pages, CurrentCaller caller) {
    this.synonyms = synonyms;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @Produces(DeskPages.HTML)
  @PermissionsAllowed(Scopes.ADMIN)
  @Operation(hidden = true)
  public Response synonyms(@HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame("settings", acceptLanguage);
    SynonymList list = synonyms.read();
    String text = list.groups().stream().map(SynonymGroup::line).collect(joining("\n"));
    return pages.show(Templates.synonyms(list, text, caller.get().unlimited(), frame), frame);
  }
}
