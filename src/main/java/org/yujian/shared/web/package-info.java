/**
 * What surrounds every request: request ids, limits, problem answers below JAX-RS, conditional and
 * compressed public reads, headers of pages, the contract's common parts. Bodies are read whole on
 * the event loop ({@code WholeBodies}); then reads, long reads (of readers and of the desk) and
 * writes wait in short lines for a few places on the worker threads, and past these are refused
 * with 503 ({@code Workers}).
 *
 * <p>Vert.x and Quarkus answer some errors themselves with an empty body; a handler at the end of
 * the Netty pipeline gives those a problem document. Another one lets the requests of a connection
 * through one after the other, as Vert.x would answer without end who reads nothing. Price: it uses
 * Netty's extension point for channel initialisers, and HTTP/2 is left to a proxy. Owns no tables.
 */
package org.yujian.shared.web;
