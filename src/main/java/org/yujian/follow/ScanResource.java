package org.yujian.follow;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.reader.CurrentReader;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.NoStore;

/** Codes that the reader scans in the app. */
@Path("/v1/me/scans")
@Tag(name = "Reader")
@PermissionsAllowed(CurrentReader.PERMISSION)
@NoStore
class ScanResource {

  private final ScanService scans;
  private final CurrentReader reader;

  ScanResource(ScanService scans, CurrentReader reader) {
    this.scans = scans;
    this.reader = reader;
  }

  @POST
  @Consumes(MediaTypes.JSON)
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "scanCode",
      summary = "Follow the account of a scanned code",
      description =
          "Safe to repeat: an existing follow is left as it is and keeps the scene of the code that"
              + " it was made with.")
  public ScanResult scan(@NotNull @Valid ScanCode request) {
    return scans.scan(request.code(), reader.get());
  }
}
