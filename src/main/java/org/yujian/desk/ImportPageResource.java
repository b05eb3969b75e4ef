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
import org.yujian.account.DeskAccount;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.ingest.ImportBatch;

/** Pages for bringing documents in and for what became of them. */
@Path("/desk")
@Produces(DeskPages.HTML)
class ImportPageResource {

  private static final String SECTION = "import";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance choose(
        List<DeskAccount> accounts, boolean publisher, DeskFrame frame);

    static native TemplateInstance report(ImportedDocument document, DeskFrame frame);

    static native TemplateInstance batch(ImportBatch batch, DeskFrame frame);
  }

  private final ImportPages imports;
  private final AccountChoices choices;
  private final DeskPages pages;
  private final CurrentCaller caller;

  ImportPageResource(
      ImportPages imports, AccountChoices choices, DeskPages pages, CurrentCaller caller) {
    this.imports = imports;
    this.choices = choices;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @Path("/import")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(hidden = true)
  public Response choose(@HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    List<DeskAccount> accounts = choices.read(caller.get());
    boolean publisher = caller.get().has(Scopes.CONTENT_PUBLISH);
    return pages.show(Templates.choose(accounts, publisher, frame), frame);
  }

  @GET
  @Path("/imports/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response report(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    ImportedDocument document = imports.read(id, caller.get(), frame.language().locale());
    return pages.show(Templates.report(document, frame), frame);
  }

  @GET
  @Path("/import-batches/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response batch(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    ImportBatch batch = imports.batch(id, caller.get(), frame.language().locale());
    return pages.show(Templates.batch(batch, frame), frame);
  }
}
