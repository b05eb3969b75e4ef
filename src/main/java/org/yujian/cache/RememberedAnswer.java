package org.yujian.cache;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.yujian.change.Moment;
import org.yujian.change.Scope;
import org.yujian.shared.web.Representation;

/**
 * The bytes of one 200, with what is needed to say whether they are still true.
 *
 * @param contentType as it stands in the answer's header
 * @param headers all others, without those that tell codings apart
 * @param template of the address, for metrics: {@code /v1/articles/{id}}
 * @param moment how far the log was read before the content was
 */
record RememberedAnswer(
    Representation body,
    String contentType,
    Map<String, List<String>> headers,
    String template,
    Moment moment,
    List<Scope> scopes) {

  /** Of headers and map entries. */
  private static final int OVERHEAD = 600;

  private static final int SCOPE = 100;

  /** Bytes in memory, about: the compressed form of Chinese text is up to a half. */
  int weight() {
    return body.plain().length / 2 * 3 + OVERHEAD + SCOPE * scopes.size();
  }

  /** The content type without parameters. */
  String plainType() {
    int end = contentType.indexOf(';');
    return end < 0 ? contentType : contentType.substring(0, end);
  }

  Response response() {
    Response response = Response.ok(body, MediaType.valueOf(contentType)).build();
    headers.forEach((name, values) -> response.getHeaders().put(name, List.copyOf(values)));
    return response;
  }

  /** Takes the place of an answer that failed. */
  void replace(ContainerResponseContext failed) {
    failed.getHeaders().clear();
    failed.setStatus(Response.Status.OK.getStatusCode());
    failed.setEntity(body, null, MediaType.valueOf(contentType));
    headers.forEach((name, values) -> failed.getHeaders().put(name, List.copyOf(values)));
  }
}
