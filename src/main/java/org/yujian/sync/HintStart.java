package org.yujian.sync;

import jakarta.ws.rs.sse.OutboundSseEvent;

/**
 * The first event of a client of live hints.
 *
 * @param told the log position that the client knows of with it: rows up to here are not hinted
 *     again
 */
record HintStart(OutboundSseEvent event, long told) {}
