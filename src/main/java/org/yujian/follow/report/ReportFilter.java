package org.yujian.follow.report;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every report asks for; each part may be null. */
record ReportFilter(
    @Parameter(description = "id, or `@` and the handle") @QueryParam("account") String account,
    @Parameter(description = "The first day; thirty days when missing") @QueryParam("from")
        LocalDate from,
    @Parameter(description = "The last day; today when missing") @QueryParam("to") LocalDate to) {}
