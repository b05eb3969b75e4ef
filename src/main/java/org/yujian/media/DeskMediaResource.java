package org.yujian.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.yujian.auth.Caller;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.idempotency.Idempotency;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Created;
import org.yujian.shared.web.Edits;
import org.yujian.shared.web.FormFields;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.IfMatch;
import org.yujian.shared.web.MediaTypes;

/** The pictures of accounts for editors: covers, avatars and pictures in articles. */
@Path("/v1/desk/media")
@Tag(name = "Desk pictures")
class DeskMediaResource {

  private static final Set<String> FIELDS =
      Set.of("file", "account", "alt", "caption", "licence", "focal");

  private final PictureService pictures;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final Edits edits;

  DeskMediaResource(
      PictureService pictures, CurrentCaller caller, Idempotency idempotency, Edits edits) {
    this.pictures = pictures;
    this.caller = caller;
    this.idempotency = idempotency;
    this.edits = edits;
  }

  @POST
  @Idempotent(twoSteps = true)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "addPicture",
      summary = "Add a picture to an account; the same picture again is the one that is there")
  @APIResponseSchema(value = DeskPicture.class, responseCode = "201")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = PictureForm.class)))
  public RestResponse<DeskPicture> upload(
      @RestForm("file") FileUpload file,
      @RestForm("account") UUID account,
      @RestForm("alt") String alt,
      @RestForm("caption") String caption,
      @RestForm("licence") String licence,
      @RestForm("focal") String focal) {
    FormFields.require(FIELDS, Set.of());
    if (file == null) {
      throw PictureProblems.fileRequired();
    }
    PictureSettings settings =
        edits.valid(new PictureSettings(alt, caption, licence, PictureForm.point(focal)));
    return added(FormFields.bytes(file), account, settings);
  }

  @POST
  @Path("/raw")
  @Idempotent(twoSteps = true)
  @Consumes({
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "addPictureBytes",
      summary = "Add a picture whose bytes are the whole request body")
  @APIResponseSchema(value = DeskPicture.class, responseCode = "201")
  public RestResponse<DeskPicture> uploadRaw(
      @NotNull byte[] body,
      @Parameter(description = "Account that gets it; not needed with a key for one account.")
          @QueryParam("account")
          UUID account,
      @Parameter(description = "Text for people who cannot see the picture.") @QueryParam("alt")
          String alt) {
    if (body.length == 0) {
      throw PictureProblems.fileRequired();
    }
    return added(body, account, edits.valid(PictureSettings.described(alt)));
  }

  private RestResponse<DeskPicture> added(byte[] bytes, UUID account, PictureSettings settings) {
    Caller who = caller.get();
    return idempotency.run(
        () -> pictures.store(bytes, account, settings, who),
        key -> {
          DeskPicture added = pictures.add(key, account, settings, who);
          return Created.at("/v1/desk/media/" + added.id(), added);
        });
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "listPictures", summary = "Pictures, latest first")
  public DeskPicturePage list(
      @Parameter(description = "Only pictures of this account.") @QueryParam("account")
          UUID account,
      @Parameter(description = "Only those that something uses, or only those that nothing uses.")
          @QueryParam("used")
          Boolean used,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    String filters = "pictures of " + account + " " + used;
    return pictures.list(
        account, used, PageRequest.of(limit, cursor, filters, PageKey.Named.class), caller.get());
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getPicture", summary = "One picture and where it is used")
  public DeskPicture get(@PathParam("id") UUID id) {
    return pictures.read(id, caller.get());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "changePicture",
      summary = "Change texts and focal point; what shows the picture gets them when it is written")
  public DeskPicture change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaTypes.MERGE_PATCH,
                    schema = @Schema(implementation = PictureSettings.class))
              })
          JsonNode patch) {
    return pictures.change(
        id, edits.of(patch, PictureSettings.class), IfMatch.version(ifMatch), caller.get());
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(operationId = "deletePicture", summary = "Delete a picture that nothing uses")
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    pictures.delete(id, IfMatch.version(ifMatch), caller.get());
  }
}
