package org.yujian.sync;

import jakarta.ws.rs.sse.OutboundSseEvent;

/** First event of a client; covers the log rows up to position {@code upTo}. */
record HintStart(OutboundSseEvent event, long upTo) {}
