package org.yujian.sync;

import jakarta.ws.rs.sse.OutboundSseEvent;

/** First event of a client; log rows up to position {@code told} are not hinted again. */
record HintStart(OutboundSseEvent event, long told) {}
