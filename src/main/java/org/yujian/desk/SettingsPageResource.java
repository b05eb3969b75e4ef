package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.Caller;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;

/** Leads to the settings that the caller has a scope for. */
@Path("/desk/settings")
class SettingsPageResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance settings(
        boolean keys, boolean webhooks, boolean audit, boolean synonyms, DeskFrame frame);
  }

  private final DeskPages pages;
  private final CurrentCaller caller;

  SettingsPageResource(DeskPages pages, CurrentCaller caller) {
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @Authenticated
  @Produces(DeskPages.HTML)
  @Operation(hidden = true)
  public Response settings(@HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame("settings", acceptLanguage);
    Caller who = caller.get();
    return pages.show(
        Templates.settings(
            who.has(Scopes.KEYS),
            who.has(Scopes.WEBHOOKS),
            who.has(Scopes.AUDIT),
            who.has(Scopes.ADMIN) && who.unlimited(),
            frame),
        frame);
  }
}
