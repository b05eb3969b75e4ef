package org.yujian.desk;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;

/** Query parameters of the list of audit rows, by days of the server's zone; each may be null. */
record AuditQuery(
    @QueryParam("account") UUID account,
    @QueryParam("key") UUID key,
    @QueryParam("thingId") UUID thingId,
    @QueryParam("action") String action,
    @QueryParam("from") LocalDate from,
    @QueryParam("to") LocalDate to) {}
