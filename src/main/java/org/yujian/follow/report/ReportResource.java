package org.yujian.follow.report;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.edge.LongDeskRead;
import org.yujian.shared.web.Csv;
import org.yujian.shared.web.MediaTypes;

/**
 * Reports for the desk (the editors' API) as JSON, or as CSV for {@code format=csv} or {@code
 * Accept: text/csv}.
 */
@Path("/v1/desk/reports")
@Tag(name = "Desk reports")
class ReportResource {
  private static final String FORMAT =
      "Format of the report, instead of the one that `Accept` asks for; for links in pages.";

  private static final String DAYS =
      "Days begin at midnight of the setting `yujian.time-zone`; 366 at most.";

  private static final List<Variant> FORMATS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(MediaTypes.CSV))
          .build();

  private final ReportService reports;
  private final CurrentCaller caller;

  ReportResource(ReportService reports, CurrentCaller caller) {
    this.reports = reports;
    this.caller = caller;
  }

  @GET
  @Path("/scans")
  @LongDeskRead
  @Produces({MediaTypes.JSON, MediaTypes.CSV})
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "reportScans",
      summary = "Scans by placement, day and outcome",
      description = DAYS)
  @APIResponse(
      responseCode = "200",
      description = "The rows by day; as CSV with a header row",
      content = {
        @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = ScanReport.class)),
        @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING))
      })
  public Response scans(
      @BeanParam ReportFilter filter,
      @QueryParam("followTarget") UUID followTarget,
      @Parameter(description = FORMAT, schema = @Schema(type = SchemaType.STRING))
          @QueryParam("format")
          ReportFormat format,
      @Context Request request) {
    ScanReport report = reports.scans(filter, followTarget, caller.get());
    return isCsv(format, request)
        ? csv("scans-" + report.from() + "-" + report.to(), report.csv())
        : Response.ok(report, MediaTypes.JSON).header("Vary", "Accept").build();
  }

  @GET
  @Path("/follows")
  @LongDeskRead
  @Produces({MediaTypes.JSON, MediaTypes.CSV})
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "reportFollows",
      summary = "Follows and their ends by account and day",
      description = DAYS)
  @APIResponse(
      responseCode = "200",
      description = "The rows by day; as CSV with a header row",
      content = {
        @Content(
            mediaType = MediaTypes.JSON,
            schema = @Schema(implementation = FollowReport.class)),
        @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING))
      })
  public Response follows(
      @BeanParam ReportFilter filter,
      @Parameter(description = FORMAT, schema = @Schema(type = SchemaType.STRING))
          @QueryParam("format")
          ReportFormat format,
      @Context Request request) {
    FollowReport report = reports.follows(filter, caller.get());
    return isCsv(format, request)
        ? csv("follows-" + report.from() + "-" + report.to(), report.csv())
        : Response.ok(report, MediaTypes.JSON).header("Vary", "Accept").build();
  }

  private static boolean isCsv(ReportFormat asked, Request request) {
    return asked == null
        ? FORMATS.get(1).equals(request.selectVariant(FORMATS))
        : asked == ReportFormat.CSV;
  }

  private static Response csv(String name, String table) {
    return Response.ok(table, Csv.TYPE)
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .header("Vary", "Accept")
        .build();
  }
}
