package org.yujian.auth;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Query parameters that filter audit rows; each may be null. */
public record AuditFilter(
    @QueryParam("account") UUID account,
    @Parameter(description = "Only what this key did: its id.") @QueryParam("key") UUID key,
    @Parameter(description = "Only of things of this kind.") @QueryParam("thing") String thing,
    @Parameter(description = "Only of this thing: its id.") @QueryParam("thingId") UUID thingId,
    @Parameter(description = "Only this action, for example `edition.publish`.")
        @QueryParam("action")
        String action,
    @Parameter(description = "From this time on, with its UTC offset.") @QueryParam("since")
        Instant since,
    @Parameter(description = "Before this time, with its UTC offset.") @QueryParam("until")
        Instant until) {}
