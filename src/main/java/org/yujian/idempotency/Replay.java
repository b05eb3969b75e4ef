package org.yujian.idempotency;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Responds with the stored bytes of the first response. An exception, because a method that returns
 * a record cannot return bytes; without a stack trace, because nothing failed.
 */
final class Replay extends WebApplicationException {
  private static final long serialVersionUID = 1L;

  /** The content type that Quarkus sends with the first response. */
  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

  Replay(StoredAnswer answer, byte[] body) {
    super(response(answer, body));
  }

  private static Response response(StoredAnswer answer, byte[] body) {
    return Response.status(answer.status)
        .entity(body)
        .type(body == null ? null : JSON)
        .header(HttpHeaders.LOCATION, answer.location)
        .header(HttpHeaders.ETAG, answer.etag)
        .header(HttpHeaders.CACHE_CONTROL, answer.cacheControl)
        // The work may be done since; a client that waited may ask at once.
        .header("Retry-After", answer.status == 202 ? "1" : null)
        .header("Idempotency-Replayed", "true")
        .build();
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
