package org.yujian.reader;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.NoStore;

/** The current reader and the reader's devices. */
@Path("/v1/me")
@Tag(name = "Reader")
@PermissionsAllowed(CurrentReader.PERMISSION)
@NoStore
class ReaderResource {

  private final ReaderService readers;
  private final DeviceService devices;
  private final CurrentReader reader;

  ReaderResource(ReaderService readers, DeviceService devices, CurrentReader reader) {
    this.readers = readers;
    this.devices = devices;
    this.reader = reader;
  }

  @GET
  @Operation(operationId = "getMe", summary = "The reader and the device that asks")
  public ReaderView get() {
    return readers.read(reader.get());
  }

  @DELETE
  @Operation(
      operationId = "deleteMe",
      summary = "Remove the reader with everything personal, at once and for ever")
  public void delete() {
    readers.leave(reader.get());
  }

  @GET
  @Path("/devices")
  @Operation(operationId = "listDevices", summary = "The reader's devices, latest first")
  public DevicePage list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return devices.list(
        reader.get(), PageRequest.of(limit, cursor, "devices", PageKey.Named.class));
  }

  @DELETE
  @Path("/devices/{id}")
  @Operation(
      operationId = "endDevice",
      summary = "End a device of the reader, for example a lost one; its tokens are over at once",
      description =
          "The join codes that it made end with it. So does its recovery code when another device"
              + " ends it: then `recoveryCodeDue` of `/v1/me` is true until a new one is made. A"
              + " device that signs itself out leaves its recovery code valid.")
  public void end(@PathParam("id") UUID id) {
    devices.end(id, reader.get());
  }

  @POST
  @Path("/recovery-code")
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "renewRecoveryCode",
      summary = "A new recovery code, shown this once; earlier ones end")
  public IssuedRecoveryCode renewRecoveryCode() {
    return devices.renewRecoveryCode(reader.get());
  }

  @POST
  @Path("/join-codes")
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "createJoinCode",
      summary = "A code for another device of the same person, good once and for ten minutes")
  @ResponseStatus(StatusCode.CREATED)
  @APIResponseSchema(value = IssuedJoinCode.class, responseCode = "201")
  public IssuedJoinCode createJoinCode() {
    return readers.issueJoinCode(reader.get());
  }

  @POST
  @Consumes(MediaTypes.JSON)
  @Path("/join")
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "joinReader",
      summary = "Join the reader of the device that shows the code",
      description =
          "Follows and marks of both are kept. The same code sent again by the same device gets the"
              + " same response. Afterwards start `/v1/me/sync` again from the beginning.")
  public ReaderView join(@NotNull @Valid JoinReader request) {
    return readers.join(request.code(), reader.get());
  }
}
