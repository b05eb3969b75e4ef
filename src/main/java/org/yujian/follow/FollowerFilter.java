package org.yujian.follow;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Query parameters of the editors' list of followers; null selects all. */
record FollowerFilter(
    @Parameter(description = "Only with this follower tag: its id.") @QueryParam("tag") UUID tag,
    @Parameter(description = "Only followers who are blocked, or who are not.")
        @QueryParam("blocked")
        Boolean blocked) {}
