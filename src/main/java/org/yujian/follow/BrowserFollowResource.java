package org.yujian.follow;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.reader.BrowserSession;
import org.yujian.reader.ReaderIdentity;

/** Forms of the landing page, for phones without the app; they work without scripts. */
@Path("/f/{code}")
@PermitAll
class BrowserFollowResource {

  private final LandingService landings;
  private final ScanService scans;
  private final FollowService follows;
  private final BrowserSession session;

  BrowserFollowResource(
      LandingService landings, ScanService scans, FollowService follows, BrowserSession session) {
    this.landings = landings;
    this.scans = scans;
    this.follows = follows;
    this.session = session;
  }

  @POST
  @Path("/follow")
  @Operation(hidden = true)
  public Response follow(@PathParam("code") String code) {
    session.sender();
    // First, because a code that leads nowhere makes no reader.
    landings.requireOpen(code);
    ReaderIdentity reader = session.senderOrNew();
    scans.scan(code, reader);
    return back(code, "1");
  }

  /** Also for a code that has ended since. */
  @POST
  @Path("/unfollow")
  @Operation(hidden = true)
  public Response unfollow(@PathParam("code") String code) {
    Optional<ReaderIdentity> reader = session.sender();
    UUID account = landings.accountOf(code);
    reader.ifPresent(who -> follows.end(account, who));
    return back(code, "0");
  }

  private Response back(String code, String followed) {
    return session.show("/f/" + code + "?" + BrowserFollow.FOLLOWED + "=" + followed);
  }
}
