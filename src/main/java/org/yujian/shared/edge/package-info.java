/**
 * Handles requests before JAX-RS: malformed HTTP, one request of a connection at a time, limits and
 * bodies, queues for the worker threads and load shedding. {@link org.yujian.shared.order.Stations}
 * lists all stages in their order. Owns no tables.
 *
 * <p>Bodies are read whole on the event loop ({@code RequestBodyAggregator}); then reads, long
 * reads and writes wait in queues of their own for a few worker threads, and are refused with 503
 * when a queue is full ({@code LoadShedder}).
 *
 * <p>Vert.x and Quarkus send some errors with an empty body; a handler at the end of the Netty
 * pipeline gives those a problem document ({@code ConnectionPipeline}). Price: it replaces Vert.x'
 * transport by a subclass of the JDK's, and HTTP/2 is left to a proxy.
 */
package org.yujian.shared.edge;
