package org.yujian.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Created;
import org.yujian.shared.web.Edits;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.IfMatch;
import org.yujian.shared.web.MediaTypes;

/** Accounts for the desk (the editors' API): lists, creates, changes and closes them. */
@Path("/v1/desk/accounts")
@Tag(name = "Desk accounts")
class DeskAccountResource {

  private final AccountService accounts;
  private final AccountCloser closer;
  private final CurrentCaller caller;
  private final Edits edits;

  DeskAccountResource(
      AccountService accounts, AccountCloser closer, CurrentCaller caller, Edits edits) {
    this.accounts = accounts;
    this.closer = closer;
    this.caller = caller;
    this.edits = edits;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "listDeskAccounts", summary = "The accounts within the key's limits")
  public DeskAccountPage list(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return accounts.deskList(
        PageRequest.of(limit, cursor, "desk accounts", PageKey.Named.class), caller.get());
  }

  @POST
  @Idempotent
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.ADMIN)
  @Operation(operationId = "createAccount", summary = "Make an account, public at once")
  @APIResponseSchema(value = DeskAccount.class, responseCode = "201")
  public RestResponse<DeskAccount> create(@NotNull @Valid CreateAccount request) {
    DeskAccount made = accounts.create(request, caller.get());
    return Created.at("/v1/desk/accounts/" + made.id(), made);
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getDeskAccount", summary = "One account as the desk sees it")
  public DeskAccount get(@PathParam("id") String id) {
    return accounts.deskRead(id, caller.get());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
  @PermissionsAllowed(Scopes.ADMIN)
  @Operation(operationId = "changeAccount", summary = "Change an account's settings")
  public DeskAccount change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaTypes.MERGE_PATCH,
                    schema = @Schema(implementation = AccountSettings.class))
              })
          JsonNode patch) {
    return accounts.change(
        id, edits.of(patch, AccountSettings.class), IfMatch.version(ifMatch), caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/close")
  @PermissionsAllowed(Scopes.ADMIN)
  @Operation(
      operationId = "closeAccount",
      summary = "Close an account for ever; what is live of it is withdrawn first")
  public DeskAccount close(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid CloseAccount request) {
    return closer.close(id, request, IfMatch.version(ifMatch), caller.get());
  }
}
