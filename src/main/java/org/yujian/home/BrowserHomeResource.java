package org.yujian.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.reader.BrowserSession;
import org.yujian.reader.IssuedJoinCode;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.html.PushScripts;

/**
 * The page of a browser that follows without the app, and its forms. Without its cookie a form
 * changes nothing and leads to the page, which explains how to begin.
 */
@Path("/home")
@PermitAll
class BrowserHomeResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance home(BrowserHome home, PageLanguage language);

    static native TemplateInstance start(PageLanguage language);

    static native TemplateInstance code(IssuedJoinCode code, PageLanguage language);
  }

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final String PAGE = "/home";

  private final BrowserHomeService service;
  private final BrowserSession session;
  private final PushScripts push;

  BrowserHomeResource(BrowserHomeService service, BrowserSession session, PushScripts push) {
    this.service = service;
    this.session = session;
    this.push = push;
  }

  @GET
  @Produces(HTML)
  @Operation(hidden = true)
  public Response page(
      @QueryParam("cursor") String cursor, @HeaderParam("Accept-Language") String acceptLanguage) {
    PageLanguage language = PageLanguage.of(acceptLanguage);
    return page(
        session
            .reader()
            .map(who -> Templates.home(service.read(who, cursor), language))
            .orElseGet(() -> Templates.start(language)),
        language);
  }

  /** A form, because a GET that marks something could be sent by a prefetch. */
  @POST
  @Path("/articles/{id}/open")
  @Operation(hidden = true)
  public Response open(@PathParam("id") UUID id) {
    session.sender().ifPresent(who -> service.open(id, who));
    return session.show("/a/" + id);
  }

  @POST
  @Path("/read")
  @Operation(hidden = true)
  public Response markRead(@QueryParam("upTo") @NotBlank String upTo) {
    session.sender().ifPresent(who -> service.markRead(upTo, who));
    return session.show(PAGE);
  }

  @POST
  @Path("/accounts/{id}/unfollow")
  @Operation(hidden = true)
  public Response unfollow(@PathParam("id") UUID id) {
    session.sender().ifPresent(who -> service.unfollow(id, who));
    return session.show(PAGE);
  }

  /** Shows the code in its own response, because only its hash is stored. */
  @POST
  @Path("/join-code")
  @Produces(HTML)
  @Operation(hidden = true)
  public Response joinCode(@HeaderParam("Accept-Language") String acceptLanguage) {
    Optional<ReaderIdentity> who = session.sender();
    if (who.isEmpty()) {
      return session.show(PAGE);
    }
    PageLanguage language = PageLanguage.of(acceptLanguage);
    return page(Templates.code(session.issueJoinCode(who.get()), language), language);
  }

  @POST
  @Path("/end")
  @Operation(hidden = true)
  public Response end() {
    session.sender().ifPresent(session::end);
    return session.show(PAGE);
  }

  private Response page(TemplateInstance page, PageLanguage language) {
    String html = page.setLocale(language.locale()).render();
    return push.allow(session.personal(Response.ok(html, HTML)))
        .header("Content-Language", language.tag())
        .header("Vary", "Accept-Language, Cookie")
        .header("X-Robots-Tag", "noindex")
        // With the default policy, browsers would not say that a form is of this page.
        .header("Referrer-Policy", "same-origin")
        .build();
  }
}
