package org.yujian.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.PublicRead;

/** Public endpoints that read accounts. */
@Path("/v1/accounts")
@Tag(name = "Accounts")
@PermitAll
class AccountResource {

  private final AccountService accounts;

  AccountResource(AccountService accounts) {
    this.accounts = accounts;
  }

  @GET
  @PublicRead
  @Operation(operationId = "listAccounts", summary = "All public accounts, in the order of pinyin")
  public AccountPage list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return accounts.list(PageRequest.of(limit, cursor, "accounts", PageKey.Named.class));
  }

  @GET
  @Path("/{id}")
  @PublicRead
  @Operation(operationId = "getAccount", summary = "One account")
  public AccountView get(
      @Parameter(description = "Id of the account, or `@` and its handle.", example = "@yuyuan")
          @PathParam("id")
          String id) {
    return accounts.read(id);
  }
}
