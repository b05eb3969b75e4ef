package org.yujian.follow.report;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Query parameters that all reports share; each may be null. */
public record ReportFilter(
    @Parameter(description = "Only of this account: its id, or `@` and its handle.")
        @QueryParam("account")
        String account,
    @Parameter(description = "First day of the report; thirty days when absent.")
        @QueryParam("from")
        LocalDate from,
    @Parameter(description = "Last day of the report; today when absent.") @QueryParam("to")
        LocalDate to) {}
