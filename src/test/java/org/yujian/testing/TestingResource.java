package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;

/** Operations of no use but to see how the layer around every operation behaves. */
@Path("/v1/testing")
@PermitAll
public class TestingResource {

  public enum Mood {
    calm,
    busy
  }

  public record Inner(@NotNull @Size(min = 1, max = 3) String name, Integer count) {}

  public record Body(
      @NotNull String title,
      Instant at,
      UUID id,
      Mood mood,
      @Valid List<Inner> inner,
      JsonNode any) {}

  @GET
  @Path("/things/{id}")
  @Operation(hidden = true)
  public Body thing(@PathParam("id") UUID id) {
    return new Body("t", Instant.parse("2026-11-24T08:00:00Z"), id, Mood.calm, null, null);
  }

  @PUT
  @Path("/things/{id}")
  @Operation(hidden = true)
  public Body put(@PathParam("id") UUID id, @NotNull @Valid Body body) {
    return body;
  }

  @DELETE
  @Path("/things/{id}")
  @Operation(hidden = true)
  public void delete(@PathParam("id") UUID id) {
    throw ProblemCode.PRECONDITION_FAILED
        .problem()
        .with("current", new Inner("x", 3))
        .with(FieldError.at("/a~1b", "value", "x"));
  }

  @GET
  @Path("/list")
  @Operation(hidden = true)
  public List<String> list(
      @QueryParam("count") Integer count,
      @QueryParam("min") @Min(3) Integer min,
      @QueryParam("id") UUID id,
      @QueryParam("mood") Mood mood,
      @QueryParam("ids") List<UUID> ids,
      @QueryParam("flag") Boolean flag,
      @QueryParam("since") Instant since,
      @QueryParam("text") String text) {
    return List.of(count + "," + min + "," + id + "," + mood + "," + flag + "," + since);
  }

  @POST
  @Path("/upload")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public String upload(@RestForm("file") FileUpload file, @RestForm("publish") Boolean publish) {
    return file == null ? "none" : "" + file.size();
  }

  @GET
  @Path("/secret")
  @RolesAllowed("nobody")
  @Operation(hidden = true)
  public String secret() {
    return "secret";
  }

  @GET
  @Path("/fail/{how}")
  @Operation(hidden = true)
  public String fail(@PathParam("how") String how) throws Exception {
    if (how.startsWith("sql-")) {
      throw new IllegalStateException(new SQLException("secret", how.substring(4)));
    }
    if (how.equals("unwritable")) {
      throw ProblemCode.CONFLICT.problem().with("member", new TestingReads.Broken("x"));
    }
    throw new IllegalStateException("secret");
  }
}
