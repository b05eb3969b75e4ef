package org.yujian.cache;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.yujian.change.LogPosition;
import org.yujian.change.Scope;
import org.yujian.shared.web.Representation;

/**
 * A cached 200 response, with what is needed to decide whether the response is current.
 *
 * @param contentType value of the header
 * @param headers all other headers, without those that differ between content codings
 * @param template template of the address, for metrics: {@code /v1/articles/{id}}
 * @param position log position captured before the content was read
 */
record CachedResponse(
    Representation body,
    String contentType,
    Map<String, List<String>> headers,
    String template,
    LogPosition position,
    List<Scope> scopes) {

  private static final int OVERHEAD = 600;

  private static final int SCOPE = 100;

  /** Approximate bytes in memory; compressed Chinese text is up to half of the plain text. */
  int weight() {
    int bytes = body.plain().length;
    return bytes + (body.compressible() ? bytes / 2 : 0) + OVERHEAD + SCOPE * scopes.size();
  }

  String plainType() {
    int end = contentType.indexOf(';');
    return end < 0 ? contentType : contentType.substring(0, end);
  }

  Response response() {
    Response response = Response.ok(body, MediaType.valueOf(contentType)).build();
    headers.forEach((name, values) -> response.getHeaders().put(name, List.copyOf(values)));
    return response;
  }

  void replace(ContainerResponseContext failed) {
    failed.getHeaders().clear();
    failed.setStatus(Response.Status.OK.getStatusCode());
    failed.setEntity(body, null, MediaType.valueOf(contentType));
    headers.forEach((name, values) -> failed.getHeaders().put(name, List.copyOf(values)));
  }
}
