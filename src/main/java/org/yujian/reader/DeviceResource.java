package org.yujian.reader;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.yujian.shared.limit.ClientAddress;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.NoStore;

/** Signs up devices and refreshes their tokens. */
@Path("/v1/devices")
@Tag(name = "Reader")
@PermitAll
@NoStore
class DeviceResource {

  private final DeviceService devices;
  private final RoutingContext context;

  DeviceResource(DeviceService devices, RoutingContext context) {
    this.devices = devices;
    this.context = context;
  }

  @POST
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "createDevice",
      summary = "Sign up a device, for a new reader or with a recovery code",
      description =
          "Needs no name and no phone number. Keep both tokens and show the recovery code to the"
              + " reader: it is returned only once and restores follows and marks on a new phone.")
  @APIResponseSchema(value = DeviceTokens.class, responseCode = "201")
  @ResponseStatus(StatusCode.CREATED)
  public DeviceTokens create(@NotNull @Valid CreateDevice request) {
    return devices.create(request, ClientAddress.of(context.request()));
  }

  @POST
  @Consumes(MediaTypes.JSON)
  @Path("/refresh")
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "refreshDevice",
      summary = "New tokens for a device",
      description =
          "Keep the new refresh token before using it. When the answer is lost, ask again with the"
              + " same token: until the new one is used, the answer is the same. A token that was"
              + " followed by two others ends the device: somebody has a copy.")
  public DeviceTokens refresh(@NotNull @Valid RefreshDevice request) {
    return devices.refresh(request.refreshToken());
  }
}
