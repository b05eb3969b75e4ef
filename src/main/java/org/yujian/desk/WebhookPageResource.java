package org.yujian.desk;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.webhook.DeliveryState;

/** Webhooks: new ones, their settings, tests, and what became of their deliveries. */
@Path(WebhookPages.PATH)
@Produces(DeskPages.HTML)
class WebhookPageResource {

  private static final String SECTION = "settings";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance webhooks(WebhookPages.Webhooks list, DeskFrame frame);

    static native TemplateInstance webhook(WebhookPages.Shown shown, DeskFrame frame);
  }

  private final WebhookPages webhooks;
  private final DeskPages pages;
  private final CurrentCaller caller;

  WebhookPageResource(WebhookPages webhooks, DeskPages pages, CurrentCaller caller) {
    this.webhooks = webhooks;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(hidden = true)
  public Response list(
      @QueryParam("cursor") String cursor, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    return pages.show(Templates.webhooks(webhooks.list(cursor, caller.get()), frame), frame);
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(hidden = true)
  public Response webhook(
      @PathParam("id") UUID id,
      @QueryParam("state") DeliveryState state,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    WebhookPages.Shown shown = webhooks.read(id, state, cursor, caller.get());
    return pages.show(Templates.webhook(shown, frame), frame);
  }
}
