package org.yujian.follow;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.reader.BrowserSession;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.html.PushScripts;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.PublicUrl;
import org.yujian.shared.web.WeChatBrowser;

/** The landing page that a scanned code opens. A GET never starts a follow. */
@Path("/f/{code}")
@Tag(name = "Follow targets")
@PermitAll
class LandingResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance landing(
        Landing landing,
        BrowserFollow browser,
        PublicUrl site,
        AppOffer app,
        PageLanguage language);
  }

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  /** HTML is first, so it wins a tie: link previews of messengers accept any type. */
  private static final List<Variant> FORMATS =
      Variant.mediaTypes(MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE).build();

  private final LandingService landings;
  private final PublicUrl site;
  private final AppLinks app;
  private final FollowService follows;
  private final BrowserSession session;
  private final PushScripts push;

  LandingResource(
      LandingService landings,
      PublicUrl site,
      AppLinks app,
      FollowService follows,
      BrowserSession session,
      PushScripts push) {
    this.landings = landings;
    this.site = site;
    this.app = app;
    this.follows = follows;
    this.session = session;
    this.push = push;
  }

  @GET
  @Produces({HTML, MediaTypes.JSON})
  @PublicRead(cacheControl = "private, max-age=10", byBrowser = true, byReader = true)
  @NotesOpening
  @Operation(
      operationId = "getLanding",
      summary = "Where a scanned code leads: account, follow target and newest articles")
  @APIResponse(
      responseCode = "200",
      description = "A page, or its content where JSON is asked for",
      content = {
        @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = Landing.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
      })
  public Response landing(
      @PathParam("code") String code,
      @Parameter(hidden = true) @QueryParam(BrowserFollow.FOLLOWED) String followed,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") String acceptLanguage,
      @Parameter(hidden = true) @HeaderParam("User-Agent") String userAgent,
      @Context Request request) {
    Landing landing = landings.read(code);
    boolean html = FORMATS.get(0).equals(request.selectVariant(FORMATS));
    AppOffer offer = app.offer(code, WeChatBrowser.is(userAgent));
    Response.ResponseBuilder answer =
        html
            ? page(landing, browser(code, landing, followed), offer, acceptLanguage)
            : Response.ok(landing, MediaTypes.JSON);
    if (html && session.isPersonal()) {
      push.allow(session.personal(answer));
    }
    return answer
        .header("Vary", "Accept, Accept-Language, User-Agent, Cookie")
        .header("X-Robots-Tag", "noindex")
        .build();
  }

  private BrowserFollow browser(String code, Landing landing, String followed) {
    Optional<ReaderIdentity> reader = session.reader();
    UUID account = landing.account().id();
    boolean following = reader.filter(who -> follows.isFollowing(who, account)).isPresent();
    return new BrowserFollow("/f/" + code, reader.isPresent(), following, "1".equals(followed));
  }

  private Response.ResponseBuilder page(
      Landing landing, BrowserFollow browser, AppOffer offer, String acceptLanguage) {
    PageLanguage language = PageLanguage.of(acceptLanguage);
    TemplateInstance page =
        Templates.landing(landing, browser, site, offer, language).setLocale(language.locale());
    return Response.ok(page.render(), HTML)
        .header("Content-Language", language.tag())
        // With the default policy, browsers would not say that a form is of this page.
        .header("Referrer-Policy", "same-origin");
  }
}
