package org.yujian.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.yujian.reader.BrowserSession;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.PublicRead;

/**
 * Files and forms of the script that switches notifications on and off. While they are off by
 * {@code yujian.push.enabled}, nothing is here.
 */
@Path("/")
@PermitAll
class PushResource {

  private static final String SCRIPT = "text/javascript;charset=UTF-8";

  /** Asked for again each time, because addresses of workers must not change. */
  private static final String CACHING = "no-cache";

  private static final String SETTINGS_SCRIPT = text("/pages/push.js");
  private static final String WORKER_SCRIPT = text("/pages/push-worker.js");

  private final PushKeys keys;
  private final PushSubscriptionService service;
  private final BrowserSession session;

  PushResource(PushKeys keys, PushSubscriptionService service, BrowserSession session) {
    this.keys = keys;
    this.service = service;
    this.session = session;
  }

  @GET
  @Path("/push.js")
  @Produces(SCRIPT)
  @PublicRead(cacheControl = CACHING, cached = false)
  @Operation(hidden = true)
  public String script() {
    keys.requireEnabled();
    return SETTINGS_SCRIPT;
  }

  /** At the root, because a worker is only for pages below its own folder. */
  @GET
  @Path("/push-worker.js")
  @Produces(SCRIPT)
  @PublicRead(cacheControl = CACHING, cached = false)
  @Operation(hidden = true)
  public String worker() {
    keys.requireEnabled();
    return WORKER_SCRIPT;
  }

  @GET
  @Path("/push/key")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public Response key() {
    keys.require();
    return Response.ok(keys.applicationServerKey()).header("Cache-Control", "no-store").build();
  }

  @POST
  @Path("/push/subscriptions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response subscribe(
      @RestForm("endpoint") String endpoint,
      @RestForm("p256dh") String p256dh,
      @RestForm("auth") String auth) {
    keys.require();
    ReaderIdentity who = sender();
    service.subscribe(service.address(endpoint, p256dh, auth), who);
    return session.personal(Response.noContent()).build();
  }

  @POST
  @Path("/push/subscriptions/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response end(@RestForm("endpoint") String endpoint) {
    keys.requireEnabled();
    service.end(endpoint, sender());
    return session.personal(Response.noContent()).build();
  }

  private ReaderIdentity sender() {
    return session.sender().orElseThrow(ProblemCode.UNAUTHORIZED::problem);
  }

  private static String text(String file) {
    try (InputStream in = PushResource.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
