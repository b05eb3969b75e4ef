package org.yujian.auth;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.MediaTypes;

/** Desk endpoints of API keys. A secret is shown in one response and never again. */
@Path("/v1/desk/keys")
@Tag(name = "Desk keys")
class DeskKeyResource {

  private static final String CACHE_CONTROL = "Cache-Control";
  private static final String NO_STORE = "no-store";

  private final DeskKeyService keys;
  private final CurrentCaller caller;

  DeskKeyResource(DeskKeyService keys, CurrentCaller caller) {
    this.keys = keys;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.KEYS)
  @Operation(operationId = "listKeys", summary = "Keys within one's own rights, latest made first")
  public DeskKeyPage list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return keys.list(PageRequest.of(limit, cursor, "desk keys", PageKey.Named.class), caller.get());
  }

  @POST
  @Idempotent
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.KEYS)
  @Operation(
      operationId = "createKey",
      summary = "Make a key within one's own rights; its secret is shown this once")
  @APIResponseSchema(value = IssuedKey.class, responseCode = "201")
  public RestResponse<IssuedKey> create(@NotNull @Valid CreateKey request) {
    IssuedKey made = keys.create(request, caller.get());
    return ResponseBuilder.<IssuedKey>create(RestResponse.Status.CREATED, made)
        .header("Location", "/v1/desk/keys/" + made.key().id())
        .header(CACHE_CONTROL, NO_STORE)
        .build();
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.KEYS)
  @Operation(operationId = "getKey", summary = "One key, without its secret")
  public DeskKey get(@PathParam("id") UUID id) {
    return keys.read(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/rotate")
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.KEYS)
  @Operation(
      operationId = "rotateKey",
      summary = "Give a key a new secret, shown this once; the current one works on for a while")
  @APIResponseSchema(value = IssuedKey.class, responseCode = "200")
  public RestResponse<IssuedKey> rotate(
      @PathParam("id") UUID id, @NotNull @Valid RotateKey request) {
    return ResponseBuilder.ok(keys.rotate(id, request, caller.get()))
        .header(CACHE_CONTROL, NO_STORE)
        .build();
  }

  @POST
  @Idempotent
  @Path("/{id}/revoke")
  @PermissionsAllowed(Scopes.KEYS)
  @Operation(operationId = "revokeKey", summary = "End a key for ever, at once on every node")
  public DeskKey revoke(@PathParam("id") UUID id) {
    return keys.revoke(id, caller.get());
  }
}
