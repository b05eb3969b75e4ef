package org.yujian.desk;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;

/** A page that needs a scope and says who opens it. */
@Path("/desk/testing")
public class DeskTestingPage {

  private final CurrentCaller caller;

  DeskTestingPage(CurrentCaller caller) {
    this.caller = caller;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public String page() {
    return "<p>" + caller.get().name() + "</p>";
  }
}
