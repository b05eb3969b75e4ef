package org.yujian.reader;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.yujian.shared.limit.ClientAddress;
import org.yujian.shared.web.OwnPages;
import org.yujian.shared.web.PublicUrl;
import org.yujian.shared.web.ReaderCookie;

/**
 * The reader of the current request's cookie, for pages. A page asks for {@link #reader}, a form
 * for {@link #sender} or {@link #senderOrNew}, and both end with {@link #personal}.
 */
@RequestScoped
public class BrowserSession {

  private static final int SEE_OTHER = 303;

  private final BrowserReaders readers;
  private final ReaderService service;
  private final ReaderCookie cookie;
  private final PublicUrl site;
  private final RoutingContext context;

  /** The cookie's value after this request; null without one. */
  private String secret;

  private boolean looked;
  private Optional<ReaderIdentity> found = Optional.empty();

  BrowserSession(
      BrowserReaders readers,
      ReaderService service,
      ReaderCookie cookie,
      PublicUrl site,
      RoutingContext context) {
    this.readers = readers;
    this.service = service;
    this.cookie = cookie;
    this.site = site;
    this.context = context;
  }

  /** Whether the request has a cookie, even one whose device was ended. */
  public boolean isPersonal() {
    return ReaderCookie.isSent(context.request());
  }

  public Optional<ReaderIdentity> reader() {
    if (!looked) {
      looked = true;
      Optional<String> sent = cookie.value(context.request());
      found = sent.flatMap(readers::find);
      secret = found.isPresent() ? sent.get() : null;
    }
    return found;
  }

  /**
   * The reader who sends a form.
   *
   * @throws org.yujian.shared.problem.Problem {@code cross-site-request} when a page of another
   *     site sent it
   */
  public Optional<ReaderIdentity> sender() {
    OwnPages.require(context.request(), site);
    return reader();
  }

  /**
   * Like {@link #sender}, but signs up a new browser for a new reader if there is none.
   *
   * @throws org.yujian.shared.problem.Problem also {@code too-many-requests} for the address
   */
  public ReaderIdentity senderOrNew() {
    return sender().orElseGet(this::signUp);
  }

  private ReaderIdentity signUp() {
    BrowserReaders.SignedUp made = readers.signUp(ClientAddress.of(context.request()));
    secret = made.secret();
    found = Optional.of(made.who());
    return made.who();
  }

  public IssuedJoinCode issueJoinCode(ReaderIdentity who) {
    return service.issueJoinCode(who);
  }

  /** Ends this browser, and its reader when nothing could open the reader again. */
  public void end(ReaderIdentity who) {
    readers.end(who);
    secret = null;
    found = Optional.empty();
  }

  /** Renews or removes the cookie, and keeps the response out of all caches. */
  public Response.ResponseBuilder personal(Response.ResponseBuilder response) {
    HttpServerRequest request = context.request();
    if (secret != null) {
      response.header("Set-Cookie", cookie.keep(secret));
    } else if (ReaderCookie.isSent(request)) {
      response.header("Set-Cookie", cookie.remove());
    }
    return response.header("Cache-Control", "no-store");
  }

  /**
   * Shows a page after a form, with a GET that may be repeated. {@code Location} stays
   * path-absolute: a URI would contain the host that the client claims.
   */
  public Response show(String path) {
    return personal(Response.status(SEE_OTHER).header("Location", path)).build();
  }
}
