package org.yujian.search.synonym;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.web.IfMatch;

/** Synonyms of the installation for editors. Keys limited to some accounts cannot change them. */
@Path("/v1/desk/synonyms")
@Tag(name = "Desk synonyms")
class SynonymResource {

  private final SynonymService synonyms;
  private final CurrentCaller caller;

  SynonymResource(SynonymService synonyms, CurrentCaller caller) {
    this.synonyms = synonyms;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "getSynonyms",
      summary = "All synonyms, with the ETag that a change needs")
  public SynonymList get() {
    return synonyms.read();
  }

  @PUT
  @PermissionsAllowed(Scopes.ADMIN)
  @Operation(
      operationId = "changeSynonyms",
      summary = "Replace all synonyms",
      description =
          "A search for a word of a group also finds articles with its other words, behind those"
              + " that fit exactly. Traditional or simplified characters, width and case make no"
              + " difference. All nodes use the new list within about a second.")
  public SynonymList change(
      @HeaderParam("If-Match") String ifMatch, @NotNull @Valid SynonymSettings settings) {
    return synonyms.change(settings, IfMatch.version(ifMatch), caller.get());
  }
}
